#!/usr/bin/env python3
"""Make oui.bin, the table of manufacturers, from IEEE's public registries.

Usage: oui.py DIRECTORY...   each with oui.csv (MA-L), oui28.csv or mam.csv (MA-M), oui36.csv (MA-S), iab.csv
       (the crate oui-data carries them; IEEE has them at https://standards-oui.ieee.org/). What an earlier
       directory says wins: an older registry first keeps the names of makers that were bought since.

Layout, all numbers little-endian: four u32 (24-bit, 28-bit and 36-bit prefixes, names); then for each width the
prefixes, ascending, each in 3, 4 or 5 bytes big-endian with a u16 (number of its name); then one u32 for each name
(its offset in what follows); then the names: a byte for the length of the short name and one for the long, both texts.
"""
import csv, os, re, struct, sys

# Words that say nothing about who it is: a short name does without them.
TERMS = ("a +s|ab|ag|b ?v|closed joint stock company|co|company|corp|corporation|de c ?v|gmbh|holding|inc|"
         "incorporated|jsc|kg|k k|limited|llc|ltd|n ?v|oao|of|open joint stock company|ooo|oü|oy|oyj|plc|pty|pvt|"
         "s ?a ?r ?l|s ?a|s ?p ?a|sp ?k|s ?r ?l|systems|the|zao|z ?o ?o").replace(" ?", r"\s*").replace(" +", r"\s+")
DROP = re.compile(r"\W(" + TERMS + r")(?= )", re.I)


def usual():
    """What is found under a prefix in practice, whatever the registry says: usual.tsv has the prefix and both names."""
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "usual.tsv"), encoding="utf-8") as rows:
        for prefix, *pair in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield 4 * len(prefix), int(prefix, 16), tuple(text.encode() for text in pair)


def long(name):
    name = " ".join(name.replace("\u200b", "").replace("LCFC(HeFei)", "LCFC(Hefei)").split())
    if name.upper() == name:
        name = name.title()
    return re.sub(r"\s*([,.])\s+", r"\1 ", name).strip()


def short(name):
    text = re.sub(r'[",./:()]', " ", long(name).replace("'", ""))
    text = " " + " ".join(text.replace(" & ", " ").split()) + " "
    return "".join((DROP.sub("", text).strip() or text).split())[:8]


def clip(text, n=63):
    return text.encode()[:n].decode(errors="ignore").encode()


def main(directories):
    tables, names = {24: {}, 28: {}, 36: {}}, {}
    files = ("oui.csv", "oui28.csv", "mam.csv", "oui36.csv", "iab.csv")
    for path in (os.path.join(directory, file) for directory in directories for file in files):
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                prefix, name = row["Assignment"].strip(), row["Organization Name"]
                if len(prefix) * 4 in tables and long(name):
                    pair = (clip(short(name)), clip(long(name)))
                    tables[len(prefix) * 4].setdefault(int(prefix, 16), names.setdefault(pair, len(names)))
    for width, prefix, pair in usual():
        tables[width][prefix] = names.setdefault(pair, len(names))
    out = bytearray(struct.pack("<4I", *(len(tables[w]) for w in (24, 28, 36)), len(names)))
    for width, size in ((24, 3), (28, 4), (36, 5)):
        for prefix, name in sorted(tables[width].items()):
            out += prefix.to_bytes(size, "big") + struct.pack("<H", name)
    texts = bytearray()
    for s, l in names:
        out += struct.pack("<I", len(texts))
        texts += bytes((len(s), len(l))) + s + l
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "oui.bin"), "wb") as f:
        f.write(out + texts)
    print(len(names), "names", len(out) + len(texts), "bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
