using Reprieve.Alerts.Formats;
using Reprieve.Alerts.Sending;
using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>Brings one message to one channel, once, and says what became of it.</summary>
public sealed class AlertSender : IDisposable
{
    /// <summary>How long a service may take for all of its answer.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly KnowledgeBase _knowledge;
    private readonly TimeProvider _clock;
    private readonly IAlertMail? _mail;
    private readonly HttpClient _http;

    /// <summary>A sender.</summary>
    /// <param name="mail">Sends what goes by mail; null where no mailbox is set up.</param>
    public AlertSender(KnowledgeBase knowledge, TimeProvider clock, IAlertMail? mail = null)
        : this(
            knowledge,
            clock,
            mail,
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        ) { }

    internal AlertSender(KnowledgeBase knowledge, TimeProvider clock, IAlertMail? mail, HttpMessageHandler handler)
    {
        _knowledge = knowledge;
        _clock = clock;
        _mail = mail;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Sends alerts as one message.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the message may have been taken.</exception>
    public async Task<AlertResult> SendAsync(
        AlertChannel channel,
        IReadOnlyList<Alert> alerts,
        CancellationToken cancel
    )
    {
        if (Say.In(channel.Language, channel.Wrong) is { } wrong)
        {
            return new AlertResult.Refused(wrong);
        }

        AlertService service = ServiceOf(channel);
        if (channel.Kind is AlertKind.Mail)
        {
            return _mail is null
                ? new AlertResult.Refused(Say.In(channel.Language, () => Say.Texts.Get("No_Mailbox")))
                : await _mail.SendAsync(AlertMails.Of(alerts, channel, service), cancel);
        }

        IAlertFormat format = AlertFormats.Of(channel.Kind);
        return await PostAsync(
            format.Make(alerts, channel, service, _clock.GetUtcNow()),
            reply => Say.In(channel.Language, () => Verdict.Of(format, service, reply)),
            fault => Say.In(channel.Language, () => Failed(channel, fault)),
            cancel
        );
    }

    /// <summary>What knowledge says of a channel's service.</summary>
    internal AlertService ServiceOf(AlertChannel channel) =>
        _knowledge.AlertServices.First(service => service.Code == channel.Kind.Code());

    private async Task<AlertResult> PostAsync(
        AlertRequest request,
        Func<AlertReply, AlertResult> judge,
        Func<Exception, AlertResult> fail,
        CancellationToken cancel
    )
    {
        using var limit = new CancellationTokenSource(Longest, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Address)
        {
            Content = new StringContent(request.Body, System.Text.Encoding.UTF8, "application/json"),
        };
        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.Add(name, value);
        }

        try
        {
            using HttpResponseMessage reply = await _http.SendAsync(
                message,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return judge(await AlertReply.ReadAsync(reply, _clock.GetUtcNow(), either.Token));
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            return fail(fault);
        }
    }

    private static AlertResult.Later Failed(AlertChannel channel, Exception fault) =>
        new(
            null,
            fault is OperationCanceledException
                ? Say.Texts.Get("Later_Timeout", channel.Address.Host, (int)Longest.TotalSeconds)
                : Say.Texts.Get("Later_Unreachable", channel.Address.Host, ServiceAnswer.Short(fault.Message))
        );
}
