"""QR codes and bar codes in a photo."""
