namespace Reprieve.Amazon.Notifications;

/// <summary>Encrypts what a book of notifications keeps: it tells of the seller's account.</summary>
/// <param name="Close">Encrypts bytes and ties them to a place.</param>
/// <param name="Open">
/// Decrypts them at the same place; a <see cref="System.Security.Cryptography.CryptographicException"/> where they were
/// changed or belong elsewhere.
/// </param>
public sealed record NotificationSeal(Func<byte[], string, byte[]> Close, Func<byte[], string, byte[]> Open);
