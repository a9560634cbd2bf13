//! Extensible Messaging and Presence Protocol (RFC 6120, RFC 6121): stanzas in streams of XML.

mod element;

use super::media::xml::{self, Doc};
use super::tls;
use element::{Attribute, Element};
use requin_wire::{
    Cursor, Cx, Field, Item, Key, Out, Past, Pdu, Sink, Span, Step, Stop, Value, fnv1a, proto,
};

proto! {
    XMPP "xmpp" "XMPP Protocol" "XMPP" App
    on [Tcp 5222, Tcp 5269]
    frames [pdu_len]
    remember [remember]
    fields {
        IN "xmpp.in" "In": Bool;
        OUT "xmpp.out" "Out": Bool;
        XML_HEADER_VERSION "xmpp.xml_header_version" "XML HEADER VER": Str;
        STREAM "xmpp.stream" "STREAM": None;
        STREAM_END "xmpp.stream_end" "STREAM END": None;
        FEATURES "xmpp.features" "FEATURES": None;
        STARTTLS "xmpp.starttls" "STARTTLS": None;
        PROCEED "xmpp.proceed" "PROCEED": None;
        AUTH "xmpp.auth" "AUTH": None;
        FAILURE "xmpp.failure" "FAILURE": None;
        FAILURE_TEXT "xmpp.failure_text" "FAILURE TEXT": Str;
        IQ "xmpp.iq" "IQ": None;
        IQ_BIND "xmpp.iq.bind" "BIND": None;
        IQ_BIND_JID "xmpp.iq.bind.jid" "jid": Str;
        IQ_BIND_RESOURCE "xmpp.iq.bind.resource" "resource": Str;
        IQ_SESSION "xmpp.iq.session" "SESSION": None;
        QUERY "xmpp.query" "QUERY": None;
        QUERY_NODE "xmpp.query.node" "node": Str;
        QUERY_ITEM "xmpp.query.item" "ITEM": None;
        QUERY_ITEM_JID "xmpp.query.item.jid" "jid": Str;
        QUERY_ITEM_NAME "xmpp.query.item.name" "name": Str;
        QUERY_ITEM_NODE "xmpp.query.item.node" "node": Str;
        QUERY_ITEM_ASK "xmpp.query.item.ask" "ask": Str;
        QUERY_ITEM_SUBSCRIPTION "xmpp.query.item.subscription" "subscription": Str;
        QUERY_ITEM_GROUP "xmpp.query.item.group" "GROUP": Str;
        QUERY_IDENTITY "xmpp.query.identity" "IDENTITY": None;
        QUERY_IDENTITY_CATEGORY "xmpp.query.identity.category" "category": Str;
        QUERY_IDENTITY_NAME "xmpp.query.identity.name" "name": Str;
        QUERY_IDENTITY_TYPE "xmpp.query.identity.type" "type": Str;
        QUERY_FEATURE "xmpp.query.feature" "FEATURE": Str;
        PING "xmpp.ping" "PING": None;
        VCARD "xmpp.vcard" "VCARD": None;
        ERROR "xmpp.error" "ERROR": None;
        ERROR_TYPE "xmpp.error.type" "type": Str;
        ERROR_CODE "xmpp.error.code" "code": Str;
        ERROR_CONDITION "xmpp.error.condition" "CONDITION": Str;
        ERROR_TEXT "xmpp.error.text" "TEXT": Str;
        PRESENCE "xmpp.presence" "PRESENCE": None;
        PRESENCE_SHOW "xmpp.presence.show" "SHOW": Str;
        PRESENCE_STATUS "xmpp.presence.status" "STATUS": None;
        PRESENCE_CAPS "xmpp.presence.caps" "CAPS": None;
        VCARD_UPDATE "xmpp.vcard-update" "X VCARD-UPDATE": None;
        MUC_X "xmpp.muc-x" "X MUC": None;
        MUC_USER_X "xmpp.muc-user-x" "X MUC-USER": None;
        MUC_USER_X_ITEM "xmpp.muc-user-x.item" "ITEM": None;
        MUC_USER_STATUS "xmpp.muc_user_status" "STATUS": Str;
        MESSAGE "xmpp.message" "MESSAGE": None;
        MESSAGE_CHATSTATE "xmpp.message.chatstate" "CHATSTATE": Str;
        MESSAGE_BODY "xmpp.message.body" "BODY": None;
        MESSAGE_SUBJECT "xmpp.message.subject" "SUBJECT": None;
        XMLNS "xmpp.xmlns" "xmlns": Str;
        STANZA_ID "xmpp.id" "id": Str;
        FROM "xmpp.from" "from": Str;
        TO "xmpp.to" "to": Str;
        TYPE "xmpp.type" "type": Str;
        ATTRIBUTE "xmpp.attribute" "Attribute": Str;
        CDATA "xmpp.cdata" "CDATA": Str;
        UNKNOWN "xmpp.unknown" "UNKNOWN": Str;
        UNKNOWN_ATTR "xmpp.unknown_attr" "UNKNOWN ATTR": Str;
        RESPONSE_TO "xmpp.response_to" "Request In": Framenum;
    }
    experts {
        UNKNOWN_ELEMENT "xmpp.unknown.element" Note Undecoded "Unknown element";
        UNKNOWN_ATTRIBUTE "xmpp.unknown.attribute" Note Undecoded "Unknown attribute";
        PACKET_UNKNOWN "xmpp.packet_unknown" Note Undecoded "Unknown packet";
        PACKET_WITHOUT_RESPONSE "xmpp.packet_without_response" Chat Protocol "Packet without response";
        CHALLENGE "xmpp.challenge" Chat Response "CHALLENGE";
        RESPONSE "xmpp.response" Chat Response "RESPONSE";
        SUCCESS "xmpp.success" Chat Response "SUCCESS";
    }
}

/// Stanzas that are longer aren't waited for.
const LONGEST: usize = 1 << 18;

/// Stanzas end with a bracket: what doesn't, goes on in the next segment. Blanks may follow, and what isn't ASCII
/// tells nothing.
fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let last = bytes.iter().rev().find(|b| b.is_ascii_graphic());
    match last {
        Some(b'>') | None => Pdu::Len(bytes.len().max(1)),
        _ if bytes.len() > LONGEST => Pdu::Len(bytes.len()),
        _ => Pdu::More(bytes.len() + 1),
    }
}

/// Calls `f` with each element that stands at the top.
fn roots<'b>(doc: &Doc<'b>, mut f: impl FnMut(Element<'b>)) {
    let mut at = 0;
    while let Some(i) = doc.bytes.get(at..).and_then(|r| memchr::memchr(b'<', r)) {
        at += i;
        match Element::parse(doc, at, 0) {
            Some((element, end)) => {
                at = end.max(at + 1);
                f(element);
            }
            None => at += 1,
        }
    }
}

/// Queries until their answers come; behind `proceed` stands TLS.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut secured = false;
    let doc = Doc::new(pdu, Span::default());
    roots(&doc, |e| match e.name {
        b"proceed" => secured = true,
        b"iq" => {
            let (Some(id), Some(kind)) = (e.value("id"), e.value("type")) else { return };
            let key = Key::here(0).and(id);
            match kind {
                b"get" | b"set" => past.set(&key, &[]),
                _ => {
                    if let Some(query) = past.get(&key) {
                        past.note(fnv1a(id), &query);
                    }
                }
            }
        }
        _ => {}
    });
    if secured {
        past.hand_over(tls::ID);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let out = !matches!(cx.ports.src, 5222 | 5269);
    if c.is_cut() {
        // Documents are read as a whole.
        return cx.first(Err(Stop::Cut));
    }
    cx.protocol("XMPP");
    cx.info_clear();
    cx.call_nested(xml::ID, c)?;
    let doc = Doc::new(c.rest(), c.span(0));
    if let Some(end) = doc.past(0, b"?>").filter(|_| doc.at(0, b"<?xml")) {
        side(cx, out, doc.span(0, end));
        let mut at = doc.blank(doc.name_end(2));
        while let Some((next, from, to)) = doc.attribute(at) {
            if doc.text(at, doc.name_end(at)) == b"version" {
                cx.add_str(XML_HEADER_VERSION, doc.span(0, end), |o| _ = o.bytes(doc.text(from, to)));
            }
            at = doc.blank(next);
        }
    }
    let mut any = false;
    roots(&doc, |e| {
        any = true;
        root(cx, &e, out);
    });
    if let Some(end) = doc.past(0, b">").filter(|_| !any && doc.at(0, b"</stream:stream")) {
        cx.info(|o| _ = o.s("STREAM END"));
        cx.add(STREAM_END, doc.span(0, end), Value::None);
    } else if !any {
        cx.info(|o| _ = o.s("UNKNOWN PACKET "));
        let at = c.span(0);
        cx.expert_with(PACKET_UNKNOWN, cx.proto_item(), at, |o| _ = o.s("Unknown packet: <NULL>"));
    }
    Ok(())
}

/// Which way a stanza goes.
fn side<S: Sink>(cx: &mut Cx<'_, S>, out: bool, span: Span) {
    cx.hidden(if out { OUT } else { IN }, Span { len: 0, ..span }, Value::U(1));
}

/// An attribute that is known: its name, its field, and whether the element's line shows it.
type Known = (&'static str, Field, bool);

const NAMESPACE: Known = ("xmlns", XMLNS, true);
/// The same where the element's name tells enough.
const QUIET: Known = ("xmlns", XMLNS, false);

/// An element whose line shows its attributes; what isn't known of them is marked. `more` are values that
/// children stand for.
fn element<S: Sink>(
    cx: &mut Cx<'_, S>,
    e: &Element<'_>,
    field: Option<Field>,
    title: &str,
    known: &[Known],
    more: &[Attribute<'_>],
) -> Item {
    let find = |name: &str| e.attribute(name).or_else(|| more.iter().find(|a| a.name == name.as_bytes()));
    let write = |o: &mut Out<'_>| {
        o.s(title).s(" [");
        let shown = known.iter().filter(|k| k.2).filter_map(|k| Some((k.0, find(k.0)?)));
        for (i, (name, a)) in shown.enumerate() {
            o.s(if i == 0 { "" } else { " " }).s(name).s("=\"").text(a.value).s("\"");
        }
        o.s("]");
    };
    let item = match field {
        Some(field) => {
            let item = cx.add(field, e.span, Value::None);
            cx.label(item, write);
            item
        }
        None => cx.line(e.span, write),
    };
    cx.under(item, |cx| {
        for (name, field, _) in known {
            let Some(a) = find(name) else { continue };
            let it = cx.add_str(*field, a.span, |o| _ = o.bytes(a.value));
            if *field == ATTRIBUTE || *field == XMLNS {
                cx.label(it, |o| _ = o.s(name).s(": ").text(a.value));
            }
        }
        for a in &e.attributes {
            if !known.iter().any(|k| k.0.as_bytes() == a.name) {
                unknown_attribute(cx, a);
            }
        }
    });
    item
}

fn unknown_attribute<S: Sink>(cx: &mut Cx<'_, S>, a: &Attribute<'_>) {
    let item = cx.add_str(UNKNOWN_ATTR, a.span, |o| _ = o.bytes(a.name));
    cx.label(item, |o| _ = o.text(a.name).s(": ").text(a.value).s(" [UNKNOWN ATTR]"));
    cx.expert_with(UNKNOWN_ATTRIBUTE, item, a.span, |o| _ = o.s("Unknown attribute ").text(a.name));
}

/// A child's text as if it were an attribute.
fn as_attribute<'b>(e: &Element<'b>, child: &'static str) -> Option<Attribute<'b>> {
    let c = e.child(child)?;
    Some(Attribute { name: child.as_bytes(), value: c.text, span: c.span })
}

/// The text between the tags.
fn cdata<S: Sink>(cx: &mut Cx<'_, S>, item: Item, e: &Element<'_>) {
    cx.under(item, |cx| {
        let it = cx.add_str(CDATA, e.text_span, |o| _ = o.bytes(e.text));
        if e.text.is_empty() {
            cx.label(it, |o| _ = o.s("CDATA: (empty)"));
        }
    });
}

/// An element that nobody knows: its name, its attributes, and all that is in it.
fn unknown<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    let item = cx.add_str(UNKNOWN, e.span, |o| _ = o.bytes(e.name));
    cx.label(item, |o| {
        upper(o, e.name);
        all_attributes(o, e);
        o.s(" [UNKNOWN]");
    });
    cx.under(item, |cx| inside_unknown(cx, e));
    cx.expert_with(UNKNOWN_ELEMENT, item, e.span, |o| _ = o.s("Unknown element: ").text(e.name));
}

fn upper(o: &mut Out<'_>, name: &[u8]) {
    o.text(&name.to_ascii_uppercase());
}

fn all_attributes(o: &mut Out<'_>, e: &Element<'_>) {
    for (i, a) in e.attributes.iter().enumerate() {
        o.s(if i == 0 { " [" } else { " " }).text(a.name).s("=\"").text(a.value).s("\"");
    }
    if !e.attributes.is_empty() {
        o.s("]");
    }
}

fn inside_unknown<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    for a in &e.attributes {
        if a.name == b"xmlns" {
            cx.add_str(XMLNS, a.span, |o| _ = o.bytes(a.value));
        } else {
            unknown_attribute(cx, a);
        }
    }
    if !e.text.is_empty() {
        cx.add_str(CDATA, e.text_span, |o| _ = o.bytes(e.text));
    }
    for child in &e.children {
        let item = cx.line(child.span, |o| {
            upper(o, child.name);
            all_attributes(o, child);
        });
        cx.under(item, |cx| inside_unknown(cx, child));
    }
}

/// One stanza, or what stands at the top of the stream beside them.
fn root<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, out: bool) {
    const SASL: &[Known] = &[NAMESPACE, ("mechanism", ATTRIBUTE, true)];
    side(cx, out, e.span);
    match e.name {
        b"iq" => query_stanza(cx, e, out),
        b"presence" => presence(cx, e, out),
        b"message" => message(cx, e, out),
        b"stream" => {
            cx.info(|o| _ = o.s("STREAM "));
            ends(cx, e, out);
            element(cx, e, Some(STREAM), "STREAM", &[NAMESPACE, ("xmlns:stream", XMLNS, true)], &[]);
            for child in &e.children {
                root(cx, child, out);
            }
        }
        b"features" => {
            cx.info(|o| _ = o.s("FEATURES "));
            let item = element(cx, e, Some(FEATURES), "FEATURES", &[], &[]);
            cx.under(item, |cx| {
                for child in &e.children {
                    if child.name != b"mechanisms" {
                        unknown(cx, child);
                        continue;
                    }
                    let item = element(cx, child, None, "MECHANISMS", &[NAMESPACE], &[]);
                    cx.under(item, |cx| {
                        for m in &child.children {
                            let it = cx.add_str(CDATA, m.span, |o| _ = o.bytes(m.text));
                            cx.label(it, |o| _ = o.s("MECHANISM: ").text(m.text));
                        }
                    });
                }
            });
        }
        b"starttls" => {
            cx.info(|o| _ = o.s("STARTTLS "));
            element(cx, e, Some(STARTTLS), "STARTTLS", &[NAMESPACE], &[]);
        }
        b"proceed" => {
            cx.info(|o| _ = o.s("PROCEED "));
            element(cx, e, Some(PROCEED), "PROCEED", &[NAMESPACE], &[]);
        }
        b"auth" => {
            cx.info(|o| _ = o.s("AUTH"));
            let item = element(cx, e, Some(AUTH), "AUTH", SASL, &[]);
            cdata(cx, item, e);
        }
        b"challenge" | b"response" | b"success" => {
            let (title, expert) = match e.name {
                b"challenge" => ("CHALLENGE", CHALLENGE),
                b"response" => ("RESPONSE", RESPONSE),
                _ => ("SUCCESS", SUCCESS),
            };
            cx.info(|o| _ = o.s(title));
            let item = element(cx, e, None, title, &[NAMESPACE], &[]);
            cx.expert_with(expert, item, e.span, |o| _ = o.s(title));
            cdata(cx, item, e);
        }
        b"failure" => {
            cx.info(|o| _ = o.s("FAILURE "));
            let reason = e.children.iter().find(|c| c.name != b"text");
            let more: Vec<_> = reason
                .map(|c| Attribute { name: b"condition", value: c.name, span: c.span })
                .into_iter()
                .collect();
            let known = [NAMESPACE, ("condition", ATTRIBUTE, true)];
            let item = element(cx, e, Some(FAILURE), "FAILURE", &known, &more);
            if let Some(text) = e.child("text") {
                cx.under(item, |cx| {
                    let it = cx.add_str(FAILURE_TEXT, text.span, |o| _ = o.bytes(text.text));
                    cx.label(it, |o| _ = o.s("TEXT: ").text(text.text));
                });
            }
        }
        _ => {
            cx.info(|o| _ = o.s("UNKNOWN PACKET "));
            cx.expert_with(PACKET_UNKNOWN, cx.proto_item(), e.span, |o| {
                _ = o.s("Unknown packet: ").text(e.name)
            });
        }
    }
}

/// Who a stanza goes to, or who it comes from.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, out: bool) {
    let (mark, name) = if out { ("> ", "to") } else { ("< ", "from") };
    if let Some(who) = e.value(name) {
        cx.info_add(|o| _ = o.s(mark).text(who).s(" "));
    }
}

fn query_stanza<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, out: bool) {
    const KNOWN: &[Known] = &[
        ("xmlns", XMLNS, false),
        ("id", STANZA_ID, true),
        ("type", TYPE, true),
        ("from", FROM, true),
        ("to", TO, true),
    ];
    cx.info(|o| _ = o.s("IQ(").text(e.value("type").unwrap_or_default()).s(") "));
    let item = element(cx, e, Some(IQ), "IQ", KNOWN, &[]);
    cx.under(item, |cx| {
        if let Some(error) = e.child("error") {
            stanza_error(cx, error);
        }
        for child in e.children.iter().filter(|c| c.name != b"error") {
            payload(cx, child);
        }
    });
    ends(cx, e, out);
    let answer = e.value("id").filter(|_| matches!(e.value("type"), Some(b"result" | b"error")));
    match answer.and_then(|id| cx.recalled(fnv1a(id))) {
        Some(query) => _ = cx.generated(RESPONSE_TO, Span { len: 0, ..e.span }, Value::U(query.frame)),
        None => cx.expert_with(PACKET_WITHOUT_RESPONSE, item, e.span, |o| _ = o.s("Packet without response")),
    }
}

/// What a query asks for or answers.
fn payload<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    match e.name {
        b"query" => query(cx, e),
        b"bind" => {
            cx.info_add(|o| _ = o.s("BIND "));
            let more: Vec<_> =
                [as_attribute(e, "resource"), as_attribute(e, "jid")].into_iter().flatten().collect();
            let known = [NAMESPACE, ("resource", IQ_BIND_RESOURCE, true), ("jid", IQ_BIND_JID, true)];
            element(cx, e, Some(IQ_BIND), "BIND", &known, &more);
        }
        b"session" => {
            cx.info_add(|o| _ = o.s("SESSION "));
            element(cx, e, Some(IQ_SESSION), "SESSION", &[NAMESPACE], &[]);
        }
        b"ping" => {
            cx.info_add(|o| _ = o.s("PING "));
            element(cx, e, Some(PING), "PING", &[NAMESPACE], &[]);
        }
        b"vCard" => {
            cx.info_add(|o| _ = o.s("VCARD "));
            let more = [Attribute { name: b"value", value: e.content, span: e.span }];
            let more = if e.content.is_empty() { &more[..0] } else { &more[..] };
            element(cx, e, Some(VCARD), "VCARD", &[NAMESPACE, ("value", ATTRIBUTE, false)], more);
        }
        _ => unknown(cx, e),
    }
}

fn query<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    let namespace = e.value("xmlns").unwrap_or_default();
    let short = namespace.strip_prefix(b"http://jabber.org/protocol/").unwrap_or(namespace);
    cx.info_add(|o| _ = o.s("QUERY(").text(short).s(") "));
    let item = element(cx, e, Some(QUERY), "QUERY", &[NAMESPACE, ("node", QUERY_NODE, true)], &[]);
    cx.under(item, |cx| {
        for child in &e.children {
            match child.name {
                b"item" => {
                    let known = [
                        ("jid", QUERY_ITEM_JID, true),
                        ("name", QUERY_ITEM_NAME, true),
                        ("node", QUERY_ITEM_NODE, true),
                        ("ask", QUERY_ITEM_ASK, true),
                        ("subscription", QUERY_ITEM_SUBSCRIPTION, true),
                    ];
                    let item = element(cx, child, Some(QUERY_ITEM), "ITEM", &known, &[]);
                    cx.under(item, |cx| {
                        for group in child.children.iter().filter(|g| g.name == b"group") {
                            cx.add_str(QUERY_ITEM_GROUP, group.span, |o| _ = o.bytes(group.text));
                        }
                    });
                }
                b"identity" => {
                    let known = [
                        ("category", QUERY_IDENTITY_CATEGORY, true),
                        ("name", QUERY_IDENTITY_NAME, true),
                        ("type", QUERY_IDENTITY_TYPE, true),
                    ];
                    element(cx, child, Some(QUERY_IDENTITY), "IDENTITY", &known, &[]);
                }
                b"feature" => {
                    let var = child.value("var").unwrap_or_default();
                    let it = cx.add_str(QUERY_FEATURE, child.span, |o| _ = o.bytes(var));
                    cx.label(it, |o| _ = o.s("FEATURE [").text(var).s("]"));
                }
                _ => unknown(cx, child),
            }
        }
    });
}

fn stanza_error<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    let reason = e.children.iter().find(|c| c.name != b"text");
    let more: Vec<_> =
        reason.map(|c| Attribute { name: b"condition", value: c.name, span: c.span }).into_iter().collect();
    let known =
        [("type", ERROR_TYPE, true), ("code", ERROR_CODE, true), ("condition", ERROR_CONDITION, true)];
    let item = element(cx, e, Some(ERROR), "ERROR", &known, &more);
    let text = e.child("text");
    if let Some(text) = text {
        cx.under(item, |cx| _ = cx.add_str(ERROR_TEXT, text.span, |o| _ = o.bytes(text.text)));
    }
    cx.expert_with(RESPONSE, item, e.span, |o| {
        o.s("Stanza error: ").text(reason.map_or(b"", |r| r.name));
        if let Some(text) = text {
            o.s("; Text: ").text(text.text);
        }
    });
}

fn presence<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, out: bool) {
    const KNOWN: &[Known] = &[
        QUIET,
        ("from", FROM, false),
        ("id", STANZA_ID, false),
        ("to", TO, false),
        ("type", TYPE, true),
        ("show", PRESENCE_SHOW, true),
        ("priority", ATTRIBUTE, false),
    ];
    cx.info(|o| _ = o.s("PRESENCE "));
    ends(cx, e, out);
    let more: Vec<_> = [as_attribute(e, "show"), as_attribute(e, "priority")].into_iter().flatten().collect();
    let item = element(cx, e, Some(PRESENCE), "PRESENCE", KNOWN, &more);
    cx.under(item, |cx| {
        for child in &e.children {
            match (child.name, child.value("xmlns").unwrap_or_default()) {
                (b"show" | b"priority", _) => {}
                (b"status", _) => valued(cx, child, PRESENCE_STATUS, "STATUS", true),
                (b"c", _) => {
                    let known = [
                        QUIET,
                        ("hash", ATTRIBUTE, true),
                        ("node", ATTRIBUTE, true),
                        ("ver", ATTRIBUTE, false),
                        ("ext", ATTRIBUTE, false),
                    ];
                    element(cx, child, Some(PRESENCE_CAPS), "CAPS", &known, &[]);
                }
                (b"x", b"vcard-temp:x:update") => {
                    let more: Vec<_> = as_attribute(child, "photo").into_iter().collect();
                    let known = [QUIET, ("photo", ATTRIBUTE, false)];
                    element(cx, child, Some(VCARD_UPDATE), "X VCARD-UPDATE", &known, &more);
                }
                (b"x", b"http://jabber.org/protocol/muc") => {
                    element(cx, child, Some(MUC_X), "X MUC", &[QUIET], &[]);
                }
                (b"x", b"http://jabber.org/protocol/muc#user") => room_user(cx, child),
                (b"error", _) => stanza_error(cx, child),
                _ => unknown(cx, child),
            }
        }
    });
}

/// Who is in a room (XEP-0045).
fn room_user<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) {
    let item = element(cx, e, Some(MUC_USER_X), "X MUC-USER", &[QUIET], &[]);
    cx.under(item, |cx| {
        for child in &e.children {
            match child.name {
                b"item" => {
                    let known = [
                        ("affiliation", ATTRIBUTE, true),
                        ("jid", ATTRIBUTE, true),
                        ("nick", ATTRIBUTE, true),
                        ("role", ATTRIBUTE, true),
                    ];
                    element(cx, child, Some(MUC_USER_X_ITEM), "ITEM", &known, &[]);
                }
                b"status" => {
                    let code = child.value("code").unwrap_or_default();
                    let it = cx.add_str(MUC_USER_STATUS, child.span, |o| _ = o.bytes(code));
                    cx.label(it, |o| _ = o.s("STATUS [code=\"").text(code).s("\"]"));
                }
                _ => unknown(cx, child),
            }
        }
    });
}

/// An element of a text alone.
fn valued<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, field: Field, title: &str, shown: bool) {
    let more = [Attribute { name: b"value", value: e.text, span: e.text_span }];
    let known = [("xml:lang", ATTRIBUTE, true), ("value", ATTRIBUTE, shown)];
    element(cx, e, Some(field), title, &known, &more);
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, out: bool) {
    const KNOWN: &[Known] = &[
        QUIET,
        ("from", FROM, false),
        ("id", STANZA_ID, true),
        ("to", TO, false),
        ("type", TYPE, true),
        ("chatstate", MESSAGE_CHATSTATE, true),
    ];
    const STATES: [&[u8]; 5] = [b"active", b"composing", b"gone", b"inactive", b"paused"];
    cx.info(|o| _ = o.s("MESSAGE "));
    ends(cx, e, out);
    let is_state = |c: &Element<'_>| STATES.contains(&c.name);
    let more: Vec<_> = e
        .children
        .iter()
        .filter(|c| is_state(c))
        .map(|c| Attribute { name: b"chatstate", value: c.name, span: c.span })
        .collect();
    let item = element(cx, e, Some(MESSAGE), "MESSAGE", KNOWN, &more);
    cx.under(item, |cx| {
        for child in e.children.iter().filter(|c| !is_state(c)) {
            match child.name {
                b"body" => valued(cx, child, MESSAGE_BODY, "BODY", true),
                b"subject" => valued(cx, child, MESSAGE_SUBJECT, "SUBJECT", false),
                b"error" => stanza_error(cx, child),
                _ => unknown(cx, child),
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stanzas_end_with_a_bracket() {
        let len = |bytes: &[u8]| pdu_len(bytes, true, &[0; 2]);
        assert!(matches!(len(b"<iq/>"), Pdu::Len(5)));
        assert!(matches!(len(b"<iq/>\r\n"), Pdu::Len(7)));
        assert!(matches!(len(b"<iq typ"), Pdu::More(8)));
        assert!(matches!(len(b" "), Pdu::Len(1)));
        assert!(matches!(len(b"<a>\xc3\xa4"), Pdu::Len(5)));
    }

    #[test]
    fn what_stands_at_the_top() {
        let mut names = Vec::new();
        let doc = Doc::new(b"<?xml version='1.0'?><a><b/></a> <c/><", Span::default());
        roots(&doc, |e| names.push(e.name.to_vec()));
        assert_eq!(names, [b"a", b"c"]);
    }
}
