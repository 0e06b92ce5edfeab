"""A made-up school with drawn photos, on which anyone can watch the whole path without a real child's picture."""
