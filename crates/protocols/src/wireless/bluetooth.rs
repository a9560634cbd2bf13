//! Bluetooth: the layer that stands for it, whatever the link type says of the radio.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    BLUETOOTH "bluetooth" "Bluetooth" "Bluetooth" Link
    on [Link 251, Link 255, Link 256]
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("Bluetooth");
    cx.info_clear();
    let radio = match cx.meta.link {
        251 => super::btle::ID,
        256 => super::btle_rf::ID,
        _ => super::btbredr_rf::ID,
    };
    cx.call(radio, c)
}
