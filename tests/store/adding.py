"""What a process does that adds articles until it is killed; importing this makes everything warm for those forked off.

So fifty processes start in some milliseconds each, and are killed while they add and not while they import.
"""

from plain import Plain, articles

from factcheck import Store, reconcile

reconcile(articles(12), extractor=Plain())


def add(path, count, pipe):
    """Add articles one by one and tell the id of each that is acknowledged."""
    with Store(path, extractor=Plain()) as store:
        pipe.send("ready")
        for each in articles(count):
            store.add([each], lambda article: pipe.send(article.id))
    pipe.send("done")
