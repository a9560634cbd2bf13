//! Link types that everybody may use as he likes: nobody can tell what is in there.

use requin_wire::{Cursor, Cx, Item, Out, Sink, Step, proto};

proto! {
    USER_DLT "user_dlt" "DLT User" "USER_DLT" Link
    on [Link 147, Link 148]
    range [Link 150..162]
    fields {

    }
    experts {
        NOT_HANDLED "user_dlt.not_handled" Warn Undecoded "Formatted text";
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let link = cx.meta.link;
    let message = move |o: &mut Out<'_>| {
        o.s("User encapsulation not handled: DLT=")
            .u(link)
            .s(", check your Preferences->Protocols->DLT_USER");
    };
    let top = cx.proto_item();
    cx.label(top, message);
    cx.expert_with(NOT_HANDLED, Item::NONE, c.span(0), message);
    cx.call(crate::meta::data::ID, c)
}
