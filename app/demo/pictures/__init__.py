"""Draws the demo school's photos; runs in a process of its own, because the window never loads a picture library.

Nothing in the program imports this package: `app.demo.school` starts `python -m app.demo.pictures FOLDER`
and reads back the files and `truth.json`. So Pillow and OpenCV stay out of the process that holds the keys.
"""
