using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>What a message from Amazon is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    Deactivation,
    AtRiskWarning,
    PolicyWarning,
    ListingRemoval,
    VerificationRequest,
    InfoRequest,
    AppealMoreInfo,
    AppealDenied,
    Reinstated,
    FundsHold,
    Phishing,
    OtherAmazonMail,
    NotAmazon,
}

/// <summary>The ground of an enforcement: the first thing a seller asks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Ground>))]
public enum Ground
{
    Performance,
    Policy,
    RestrictedProduct,
    Verification,
}

/// <summary>What a message says about the seller account.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AccountStatus>))]
public enum AccountStatus
{
    Unknown,
    Active,
    AtRisk,
    UnderReview,
    PartiallyDeactivated,
    Deactivated,
}

/// <summary>The first thing Amazon wants from the seller; often not a plan.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ResponseMode>))]
public enum ResponseMode
{
    Unknown,
    Plan,
    Documents,
    Questionnaire,
    Acknowledge,
    Dispute,
    OtherAccountFirst,
    ClaimsFirst,
    FixListing,
    Wait,
    Call,
    None,
}

/// <summary>What an answer to an appeal decides.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Decision>))]
public enum Decision
{
    Reinstated,
    PartiallyReinstated,
    MoreInformation,
    Denied,
    DeniedFinal,
}

/// <summary>The way by which a notice wants to be answered.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RouteChannel>))]
public enum RouteChannel
{
    Unknown,
    AccountHealth,
    PerformanceNotifications,
    Reply,
    Email,
    Other,
}

/// <summary>The three parts of a plan of action, in the order Amazon names them.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PlanSection>))]
public enum PlanSection
{
    RootCause,
    ActionsTaken,
    Prevention,
}

/// <summary>Who fulfils an order: the seller ("merchant") or Amazon.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Fulfilment>))]
public enum Fulfilment : byte
{
    Merchant,
    Amazon,
}

/// <summary>How grave a finding on a plan or a document is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Severity>))]
public enum Severity
{
    Info,
    Warn,
    Block,
}

/// <summary>How sure a knowledge entry is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Amazon's own page, schema or staff say so.</summary>
    Confirmed,

    /// <summary>A third party quotes or summarises Amazon.</summary>
    Secondary,

    /// <summary>What experienced people do; Amazon does not say it.</summary>
    Practice,

    /// <summary>Not confirmed by any source read; the user should check it.</summary>
    Unconfirmed,
}
