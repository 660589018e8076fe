"""What is a day: the working time, public holidays and days off."""
