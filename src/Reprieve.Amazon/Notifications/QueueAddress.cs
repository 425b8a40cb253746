using System.Text.RegularExpressions;

namespace Reprieve.Amazon.Notifications;

/// <summary>Where a queue is. Only addresses of AWS itself can be told by it, so no request goes elsewhere.</summary>
public sealed partial record QueueAddress
{
    private const string NameForm = "[A-Za-z0-9_-]{1,80}";
    private const string RegionForm = "[a-z]{2}(-[a-z]{2,12}){1,2}-[0-9]";
    private const string China = "aws-cn";

    private QueueAddress(string region, string account, string name)
    {
        Region = region;
        Account = account;
        Name = name;
    }

    /// <summary>The AWS region, <c>eu-west-1</c> for example.</summary>
    public string Region { get; }

    /// <summary>The AWS account to which it belongs, twelve digits.</summary>
    public string Account { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its ARN, by which Amazon is told of it.</summary>
    public string Arn => ArnOf(Region, Account, Name);

    /// <summary>Its URL, by which it is asked.</summary>
    public string Url => $"{Endpoint(Region)}/{Account}/{Name}";

    /// <summary>Reads an ARN or a URL as the AWS console shows it.</summary>
    /// <exception cref="AmazonException">It is none, or that of a FIFO queue, to which Amazon does not send.</exception>
    public static QueueAddress Parse(string text)
    {
        string asked = text.Trim();
        if (asked.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw new AmazonException(Say.Texts.Get("Queue_Fifo"));
        }

        foreach (Match found in new[] { ArnForm().Match(asked), UrlForm().Match(asked) })
        {
            if (found.Success)
            {
                return new QueueAddress(
                    found.Groups["region"].Value,
                    found.Groups["account"].Value,
                    found.Groups["name"].Value
                );
            }
        }

        throw new AmazonException(Say.Texts.Get("Queue_No_Address"));
    }

    /// <summary>The address of a queue by its parts.</summary>
    /// <exception cref="AmazonException">They are none of a queue.</exception>
    public static QueueAddress Of(string region, string account, string name) => Parse(ArnOf(region, account, name));

    /// <summary>An ARN of these parts, whatever they are.</summary>
    internal static string ArnOf(string region, string account, string name) =>
        $"arn:{Partition(region)}:sqs:{region}:{account}:{name}";

    /// <summary>Where the queues of a region are asked.</summary>
    internal static string Endpoint(string region) =>
        $"https://sqs.{region}.amazonaws.com{(Partition(region) == China ? ".cn" : "")}";

    /// <summary>Whether a region's name has the form of one.</summary>
    internal static bool IsRegion(string region) => WholeRegion().IsMatch(region);

    private static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? China
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    [GeneratedRegex($"^(?<region>{RegionForm})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeRegion();

    [GeneratedRegex(
        $"^arn:aws[a-z-]*:sqs:(?<region>{RegionForm}):(?<account>[0-9]{{12}}):(?<name>{NameForm})$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ArnForm();

    [GeneratedRegex(
        $"^https://sqs\\.(?<region>{RegionForm})\\.amazonaws\\.com(\\.cn)?/(?<account>[0-9]{{12}})/(?<name>{NameForm})/?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UrlForm();
}
