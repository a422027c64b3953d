namespace Manometer.Capture;

/// <summary>A name that leads into a private network.</summary>
internal sealed class PrivateAddressException(string message) : Exception(message);
