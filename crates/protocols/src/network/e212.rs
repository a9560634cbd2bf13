//! Identities of subscribers and networks, ITU-T E.212: fields that many protocols of mobile networks share.

use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, proto};

proto! {
    E212 "e212" "ITU-T E.212 number" "E.212" App
    on []
    fields {
        IMSI "e212.imsi" "IMSI": Str;
        ASSOC_IMSI "e212.assoc.imsi" "Association IMSI": Str;
        MCC "e212.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        MNC "e212.mnc" "Mobile Network Code (MNC)": U16 Dec;
        RAI_MCC "e212.rai.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        RAI_MNC "e212.rai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        LAI_MCC "e212.lai.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        LAI_MNC "e212.lai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        CGI_MCC "e212.cgi.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        CGI_MNC "e212.cgi.mnc" "Mobile Network Code (MNC)": U16 Dec;
        SAI_MCC "e212.sai.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        SAI_MNC "e212.sai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        TAI_MCC "e212.tai.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        TAI_MNC "e212.tai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        ECGI_MCC "e212.ecgi.mcc" "Mobile Country Code (MCC)": U16 Dec = super::countries::COUNTRIES;
        ECGI_MNC "e212.ecgi.mnc" "Mobile Network Code (MNC)": U16 Dec;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// What stands where a digit doesn't.
const FILLER: u8 = 0x0f;

/// Digits of TBCD: the lower half of each byte first, up to a filler.
fn digits(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    bytes.iter().flat_map(|b| [b & 0x0f, b >> 4]).take_while(|d| *d < 10)
}

/// Whether the networks of a country have codes of three digits.
fn has_long_codes(mcc: u64) -> bool {
    matches!(
        mcc,
        302 | 310
            ..=316
                | 334
                | 338
                | 342
                | 344
                | 346
                | 348
                | 350
                | 352
                | 354
                | 356
                | 358
                | 360
                | 365
                | 376
                | 708
                | 714
                | 722
                | 732
                | 738
                | 750
    )
}

/// An IMSI in the next `n` bytes, and whose it is.
pub(super) fn imsi<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    show_imsi(cx, c.span(n), bytes);
    c.skip(n)
}

/// An IMSI whose first digit stands in the upper half of the first byte.
pub(super) fn shifted_imsi<S: Sink>(cx: &mut Cx<'_, S>, span: Span, bytes: &[u8]) {
    let upper = bytes.iter().map(|b| b >> 4);
    let lower = bytes.iter().skip(1).map(|b| b & 15).chain([FILLER]);
    let moved: Vec<u8> = upper.zip(lower).map(|(first, second)| second << 4 | first).collect();
    show_imsi(cx, span, &moved);
}

fn show_imsi<S: Sink>(cx: &mut Cx<'_, S>, span: Span, bytes: &[u8]) {
    let n = bytes.len();
    let write = |o: &mut requin_wire::Out<'_>| digits(bytes).for_each(|d| _ = o.u(d));
    cx.add_str(IMSI, span, write);
    let item = cx.add_str(ASSOC_IMSI, span, write);
    cx.set_generated(item);
    if n >= 3 {
        cx.under(item, |cx| {
            let number = |from: usize, n: usize| {
                digits(bytes).skip(from).take(n).fold(0, |v, d| v * 10 + u64::from(d))
            };
            let mcc = number(0, 3);
            // Where no country has the number, three digits are as good as two.
            let nowhere = super::countries::COUNTRIES.find(mcc).is_none_or(|name| name == "Unassigned");
            let len = if has_long_codes(mcc) || nowhere { 3 } else { 2 };
            network(cx, span, [MCC, MNC], mcc, number(3, len), len);
        });
    }
}

fn network<S: Sink>(
    cx: &mut Cx<'_, S>,
    span: Span,
    [country, code]: [Field; 2],
    mcc: u64,
    mnc: u64,
    len: usize,
) {
    cx.add(country, Span { len: 2, ..span }, Value::U(mcc));
    let item = cx.add(code, Span { start: span.start + 1, len: 2, ..span }, Value::U(mnc));
    let nowhere = super::countries::COUNTRIES.find(mcc).is_none_or(|name| name == "Unassigned");
    cx.label(item, |o| {
        o.s("Mobile Network Code (MNC): ");
        if nowhere {
            o.s("Unknown (").u0(mnc, len).s(")");
        } else {
            o.u0(mnc, len);
        }
    });
}

/// A network: its country, its number there, and how many digits that has.
pub(super) struct Network {
    pub mcc: u64,
    pub mnc: u64,
    pub len: usize,
}

/// Three bytes of country and network; the third digit of the network is a filler where it has two.
pub(super) fn parts(b: &[u8; 3]) -> Network {
    let d = |n: u8| u64::from(n);
    let mcc = d(b[0] & 15) * 100 + d(b[0] >> 4) * 10 + d(b[1] & 15);
    let short = b[1] >> 4 == FILLER;
    let two = d(b[2] & 15) * 10 + d(b[2] >> 4);
    let mnc = if short { two } else { two * 10 + d(b[1] >> 4) };
    Network { mcc, mnc, len: if short { 2 } else { 3 } }
}

/// Adds the country and the network of the next three bytes.
pub(super) fn plmn<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2]) -> Step {
    let n = parts(c.peek_array::<3>()?);
    network(cx, c.span(3), fields, n.mcc, n.mnc, n.len);
    c.skip(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_end_at_a_filler() {
        let d: Vec<u8> = digits(&[0x21, 0x43, 0xf5]).collect();
        assert_eq!(d, [1, 2, 3, 4, 5]);
    }
}
