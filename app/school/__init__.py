"""What a school decides about itself: its first day, its staff, its platforms, its rules, and what it keeps."""
