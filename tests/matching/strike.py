"""Two reports of one strike in other words, of which the features alone are not sure."""

STRIKE_A = """Bus drivers in Tolm walked out on Monday over late wages.

The depot in the north of the town was empty.

Pupils of the school in Hain went home on foot."""

STRIKE_B = """Public transport in Tolm stood still because crews were not paid on time.

A pigeon race drew hundreds of visitors to the meadow.

The bakery on the square sold out before noon."""
