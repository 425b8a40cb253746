using System.CommandLine;
using Reprieve.Server.Hosting;

namespace Reprieve.Cli.Commands;

/// <summary>How people elsewhere reach the workbench: <c>--public</c>, with a certificate or through a proxy.</summary>
internal sealed class PublicOptions
{
    private const string Password = "REPRIEVE_CERTIFICATE_PASSWORD";

    public Option<string?> Address { get; } =
        new("--public") { Description = Say.Get("Option_Public"), HelpName = "URL" };

    public Option<string?> Certificate { get; } =
        new("--certificate") { Description = Say.Get("Option_Certificate"), HelpName = "FILE" };

    public Option<string?> Key { get; } =
        new("--certificate-key") { Description = Say.Get("Option_CertificateKey"), HelpName = "FILE" };

    /// <summary>The public address that was asked for, with its certificate where one was given; null where none was.</summary>
    /// <exception cref="UsageException">It is no address to be reached by, or an option lacks the one it goes with.</exception>
    /// <exception cref="CertificateException">The certificate will not do.</exception>
    public PublicAddress? Of(ParseResult parsed, CliContext cli)
    {
        string? certificate = parsed.GetValue(Certificate);
        string? key = parsed.GetValue(Key);
        if (parsed.GetValue(Address) is not { } text)
        {
            return certificate is null && key is null
                ? null
                : throw new UsageException(Say.Get("Public_Alone", (certificate is null ? Key : Certificate).Name));
        }

        if (!PublicAddress.TryParse(text, out PublicAddress? address, out string? fault))
        {
            throw new UsageException(fault);
        }

        if (certificate is null)
        {
            return key is null ? address : throw new UsageException(Say.Get("Public_KeyAlone"));
        }

        string? password = cli.Variable(Password) is { Length: > 0 } given ? given : null;
        return PublicCertificate.Read(address, certificate, key, password, cli.Clock);
    }
}
