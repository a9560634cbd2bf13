//! Bluetooth: the layer that stands for it, whatever the link type says of the radio.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    BLUETOOTH "bluetooth" "Bluetooth" "Bluetooth" Link
    on [Link 255]
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("Bluetooth");
    cx.info_clear();
    cx.call(super::btbredr_rf::ID, c)
}
