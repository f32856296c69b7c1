"""What goes out on paper, by phone or by text message: the same facts as in calendars."""
