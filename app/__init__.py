"""The desktop program: joins what is seen in a photo with what people agreed to."""
