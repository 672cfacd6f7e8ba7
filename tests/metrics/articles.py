"""Articles of every sort, for properties that hold of all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from quotecheck.records import Anonymity, Audit, CueFamily, Signal, Source, SourceKind, SourceType
from tests.builders import attribution, audit, document, quotation, source

VOICES = ("Ada", "A spokesman", "Officials", "The audit", "Somebody")
LINES = ("“It leaks badly, I fear,” {} said.", "{} said the pier leaks.", "It reportedly leaks, {} wrote.")


@st.composite
def articles(draw: st.DrawFn) -> Audit:
    """An audit of one article with up to five sources, in a section or none."""
    voices = draw(st.lists(st.sampled_from(VOICES), unique=True))
    lines = [draw(st.sampled_from(LINES)) for _ in voices]
    text = "The pier\n" + "\n".join(line.format(voice) for voice, line in zip(voices, lines, strict=True))
    sources, quotations = [], []
    for voice, line in zip(voices, lines, strict=True):
        whole = line.format(voice)
        start = text.index(whole)
        marks = whole[: whole.rindex("”") + 1] if "”" in whole else ""
        quoted = quotation(text[: start + len(whole)], marks) if marks else None
        content = marks or ("the pier leaks" if "said" in whole else "It reportedly leaks")
        says = attribution(text, voice, "said" if "said" in whole else "wrote", content)
        says = replace(
            says,
            quotations=(quoted,) if quoted else (),
            family=draw(st.sampled_from((CueFamily.SPEECH, CueFamily.EVIDENCE, CueFamily.MENTAL))),
        )
        if quoted and quoted not in quotations:
            quotations.append(quoted)
        sources.append(draw(_told(source(voice, says))))
    article = replace(document(text, title="The pier"), section=draw(st.sampled_from((None, "news", "Opinion"))))
    attributions = tuple(each for one in sources for each in one.attributions)
    return audit(article, tuple(quotations), attributions, tuple(sources))


def _told(plain: Source) -> st.SearchStrategy[Source]:
    return st.builds(
        lambda type_, kind, level, basis, motive, reason, rote: replace(
            plain,
            type=type_,
            kind=kind,
            specificity=level,
            basis=basis,
            motive=motive,
            anonymity=Anonymity(Signal.EXPLICIT if reason else Signal.NONE, reason, bool(reason) and rote),
        ),
        st.sampled_from(SourceType),
        st.sampled_from(SourceKind),
        st.none() | st.integers(0, 8),
        st.sampled_from((None, "familiar with it")),
        st.sampled_from((None, "who opposes it")),
        st.sampled_from((None, "for fear of arrest")),
        st.booleans(),
    )
