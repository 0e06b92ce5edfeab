"""Where photos come from: folders, cards and phones, all seen through one door."""
