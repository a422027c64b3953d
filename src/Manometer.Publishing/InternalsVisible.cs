using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Manometer.Publishing.Tests")]
