"""Opens published files again and proves that they hold only what they may."""
