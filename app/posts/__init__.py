"""What surrounds a post: where it is sent, whether it arrived, its address, its taking down, incidents."""
