//! Radio resources: what identifies a logical link.

use super::*;

proto! {
    GSM_A_RR "gsm_a.rr" "GSM A-I/F RR" "GSM RR" App
    on []
    fields {
        TLLI "gsm_a.rr.tlli" "TLLI": U32 Hex;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
