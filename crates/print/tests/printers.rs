//! Every printer on one frame of a small protocol.

mod toy;

use requin_print::{
    Column, Ek, Fields, FieldsStyle, HexAscii, HexOptions, Json, JsonParts, Ndjson, Options, Pdml,
    ProtocolFilter, Psml, SecondsFormat, Text, TextParts, TimeFormat, schema,
};
use toy::{print, print_frame, registry};

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| (*s).to_string()).collect()
}

fn text(parts: TextParts) -> String {
    print(&Text::with(Options::default(), parts))
}

#[test]
fn pdml() {
    let options = Options { capture_file: "a&b.pcap".into(), ..Options::default() };
    let out = print(&Pdml::new(options));
    assert!(out.contains(" time=\"Thu Jan  1 00:00:00 1970\" capture_file=\"a&amp;b.pcap\">\n<packet>\n"));
    let general = "  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\" size=\"17\">\n    \
        <field name=\"num\" pos=\"0\" show=\"7\" showname=\"Number\" value=\"7\" size=\"17\"/>\n    \
        <field name=\"len\" pos=\"0\" show=\"60\" showname=\"Frame Length\" value=\"3c\" size=\"17\"/>\n    \
        <field name=\"caplen\" pos=\"0\" show=\"17\" showname=\"Captured Length\" value=\"11\" size=\"17\"/>\n    \
        <field name=\"timestamp\" pos=\"0\" show=\"Apr  7, 2010 17:29:29.782934000 UTC\" showname=\"Captured Time\" \
        value=\"1270661369.782934000\" size=\"17\"/>\n  </proto>\n";
    assert!(out.contains(general), "{out}");
    let tree = r#"  <proto name="frame" showname="Frame 7: of the toy" size="17" pos="0">
    <field name="frame.number" showname="Frame Number: 7" size="0" pos="0" show="7"/>
    <field name="frame.time" showname="Arrival Time: Apr  7, 2010 17:29:29.782934000 UTC" size="0" pos="0" show="Apr  7, 2010 17:29:29.782934000 UTC"/>
  </proto>
  <proto name="toy" showname="Toy Protocol, Kind: 1" size="15" pos="2">
    <field name="toy.kind" showname="Kind: It&#x27;s &lt;one&gt; (1)" size="1" pos="2" show="1" value="01"/>
    <field name="toy.any" showname="Any: 1" hide="yes" size="1" pos="3" show="1" value="48"/>
    <field name="toy.flags" showname="Flags: 0x48" size="1" pos="3" show="0x48" value="48">
      <field name="toy.flags.big" showname=".1.. .... = Big: Set" size="1" pos="3" show="1" value="1" unmaskedvalue="48"/>
      <field name="toy.flags.size" showname=".... 10.. = Size: 0x2 (2)" size="1" pos="3" show="0x02" value="2" unmaskedvalue="48"/>
      <field name="_ws.expert" showname="Expert Info (Note/Protocol): Odd" size="0" pos="4">
        <field name="toy.odd" showname="Odd" size="0" pos="0" show="" value=""/>
        <field name="_ws.expert.message" showname="Message: Odd" hide="yes" size="0" pos="0" show="Odd"/>
        <field name="_ws.expert.severity" showname="Severity level: 4194304" size="0" pos="0" show="4194304"/>
        <field name="_ws.expert.group" showname="Group: 150994944" size="0" pos="0" show="150994944"/>
      </field>
    </field>
    <field name="" show="Words: &quot;9&quot;" size="9" pos="5" value="6109621b22c3a4275c">
      <field name="toy.text" showname="Text: a\tb\033&quot;ä&#x27;\" size="9" pos="5" show="a	b\x1b&quot;ä&#x27;\" value="6109621b22c3a4275c"/>
    </field>
    <field name="toy.any" showname="Any: 0" hide="yes" size="1" pos="14" show="0" value="00"/>
    <field name="toy.bytes" showname="Bytes: 00ff10" size="3" pos="14" show="00:ff:10" value="00ff10"/>
    <field name="toy.time" showname="Took: -0.001000000 seconds" size="15" pos="2" show="-0.001000000" value="01480"#;
    assert!(out.contains(tree), "{out}");
    let end = r#"    <field name="toy.mark" showname="Mark" size="0" pos="17" show="" value="">
      <field name="toy.any" showname="Any: 9" size="0" pos="17" show="9"/>
    </field>
  </proto>
</packet>


</pdml>
"#;
    assert!(out.ends_with(end), "{out}");
}

#[test]
fn pdml_of_some_fields() {
    let out = print(&Pdml::with_fields(Options::default(), names(&["toy.text", "toy.any", "_ws.col.Info"])));
    let fields = r#"  <field name="toy.text" value="a	b\x1b&quot;ä&#x27;\"/>
  <field name="toy.any" value="1"/>
  <field name="toy.any" value="0"/>
  <field name="toy.any" value="9"/>
  <field name="_ws.col.Info" value="Toy 1 → \033&lt;done&gt;"/>
</packet>
"#;
    assert!(out.contains(&format!("  </proto>\n{fields}")), "{out}");
}

#[test]
fn psml_and_summary() {
    let out = print(&Psml::new(Options::default()));
    assert!(
        out.contains("<section>Info</section>\n</structure>\n\n<packet>\n<section>7</section>\n"),
        "{out}"
    );
    assert!(out.ends_with("<section>Toy 1 → \\033&lt;done&gt;</section>\n</packet>\n\n</psml>\n"), "{out}");
    assert_eq!(
        text(TextParts::default()),
        "    7  69.782934              →              TOY 60 Toy 1 → \\033<done>\n"
    );
    assert_eq!(
        text(TextParts { tabs: true, ..TextParts::default() }),
        "    7\t 69.782934\t            \t→\t            \tTOY\t60\tToy 1 → \\033<done>\n"
    );
}

#[test]
fn time_columns() {
    let time = |time, seconds, precision| {
        let options = Options { time, seconds, precision, ..Options::default() };
        let columns = vec![Column::parse("Time", "%t").unwrap()];
        print(&Text::with(options, TextParts { columns, ..TextParts::default() }))
    };
    let s = SecondsFormat::Seconds;
    for (format, text) in [
        (TimeFormat::Absolute, "17:29:29.782934"),
        (TimeFormat::AbsoluteDate, "2010-04-07 17:29:29.782934"),
        (TimeFormat::AbsoluteDayOfYear, "2010/097 17:29:29.782934"),
        (TimeFormat::Delta, "  0.782934"),
        (TimeFormat::DeltaDisplayed, "  0.282934"),
        (TimeFormat::Epoch, "1270661369.782934"),
        (TimeFormat::Relative, " 69.782934"),
        (TimeFormat::UtcDayOfYear, "2010/097 17:29:29.782934"),
    ] {
        assert_eq!(time(format, s, 6), format!("{text}\n"));
    }
    assert_eq!(time(TimeFormat::Relative, s, 9), "69.782934000\n");
    assert_eq!(time(TimeFormat::Relative, s, 0), "        69\n");
    assert_eq!(time(TimeFormat::Relative, SecondsFormat::HoursMinutesSeconds, 6), "1m  9.782934s\n");
}

#[test]
fn custom_columns() {
    let line = |list: &str| {
        let columns = Column::parse_list(list).unwrap();
        print(&Text::with(Options::default(), TextParts { columns, ..TextParts::default() }))
    };
    let list = r#""a","%Cus:toy.any:0:R","b","%Cus:toy.any:-1:R","c","%Cus:toy.kind:0:R","d","%Cus:toy.kind:0:U","e","%Cus:toy","f","%a""#;
    assert_eq!(line(list), "1,0,9 9 It's <one> 1 ✓ Note\n");
    assert_eq!(
        line(r#""a","%Cus:toy.any:3:R","b","%Cus:toy.any:4:R","c","%Cus:toy.text""#),
        "9  a\\tb\\033\"ä'\\\n"
    );
}

#[test]
fn tree() {
    let tree = "Frame 7: of the toy\n    Frame Number: 7\n    Arrival Time: Apr  7, 2010 17:29:29.782934000 UTC\n\
Toy Protocol, Kind: 1\n    Kind: It's <one> (1)\n    Flags: 0x48\n        .1.. .... = Big: Set\n        \
.... 10.. = Size: 0x2 (2)\n        [Expert Info (Note/Protocol): Odd]\n            [Odd]\n            \
[Severity level: 4194304]\n            [Group: 150994944]\n    Words: \"9\"\n        Text: a\\tb\\033\"ä'\\\n    \
Bytes: 00ff10\n    [Took: -0.001000000 seconds]\n    [Mark]\n        Any: 9\n\n";
    assert_eq!(text(TextParts { tree: true, ..TextParts::default() }), tree);
    let only = text(TextParts { only: Some(names(&["frame"])), ..TextParts::default() });
    assert!(only.contains("Frame Number") && only.ends_with("\nToy Protocol, Kind: 1\n\n"), "{only}");
    let all = text(TextParts {
        summary: true,
        tree: true,
        hex: Some(HexOptions { ascii: HexAscii::Delimited, ..HexOptions::default() }),
        ..TextParts::default()
    });
    assert!(all.starts_with("    7  69.7") && all.contains(tree));
    assert!(all.ends_with("\n0010  10                                                |.|\n\n"), "{all}");
}

#[test]
fn fields() {
    let line = |style: &[&str], list: &[&str]| {
        let mut s = FieldsStyle::default();
        style.iter().for_each(|o| s.add(o).unwrap());
        print(&Fields::new(Options::default(), s, names(list), Vec::new()))
    };
    let list = ["toy.any", "toy.kind", "nope", "toy.text", "toy", "toy.mark", "_ws.col.Info"];
    assert_eq!(
        line(&[], &list),
        "1,0,9\t1\t\ta\\tb\\033\"ä'\\\tToy Protocol, Kind: 1\t1\tToy 1 → \\033<done>\n"
    );
    assert_eq!(
        line(&["header=y", "separator=,", "quote=d", "occurrence=f", "bom=y"], &list[..3]),
        "\u{feff}toy.any,toy.kind,nope\n\"1\",\"1\",\n"
    );
    assert_eq!(line(&["occurrence=l", "quote=s"], &list[..1]), "'9'\n");
    assert_eq!(line(&[], &["toy.bytes", "toy.flags.size", "toy.time"]), "00ff10\t0x02\t-0.001000000\n");
    assert_eq!(line(&["aggregator=/s"], &list[..1]), "1 0 9\n");
    assert_eq!(
        Fields::new(Options::default(), FieldsStyle::default(), names(&list), Vec::new())
            .unknown(&registry()),
        ["nope"]
    );
    for bad in ["quote=x", "header", "separator=ab", "colour=y"] {
        assert!(FieldsStyle::default().add(bad).is_err(), "{bad}");
    }
}

#[test]
fn json() {
    let with = |parts: JsonParts| print(&Json::with(Options::default(), parts));
    let out = with(JsonParts::default());
    let begin = r#"[
  {
    "_index": "packets-2010-04-07",
    "_type": "doc",
    "_score": null,
    "_source": {
      "layers": {
        "frame": {
          "frame.number": "7",
          "frame.time": "Apr  7, 2010 17:29:29.782934000 UTC"
        },
        "toy": {
          "toy.kind": "1",
          "toy.any": "1",
          "toy.flags": "0x48",
          "toy.flags_tree": {
            "toy.flags.big": "1",
            "toy.flags.size": "0x02",
            "_ws.expert": {
              "toy.odd": "",
              "_ws.expert.message": "Odd",
              "_ws.expert.severity": "4194304",
              "_ws.expert.group": "150994944"
            }
          },
          "Words: \"9\"": {
            "toy.text": "a\tb\u001b\"ä'\\"
          },
          "toy.any": "0",
          "toy.bytes": "00:ff:10",
          "toy.time": "-0.001000000",
          "toy.mark": {
            "toy.any": "9"
          }
        }
      }
    }
  }
]
"#;
    assert_eq!(out, begin);
    let raw = with(JsonParts { raw: true, ..JsonParts::default() });
    let size = "            \"toy.flags.size_raw\": [\n              \"2\",\n              3,\n              1,\n              \
        12,\n              4\n            ],\n            \"toy.flags.size\": \"0x02\"";
    assert!(raw.contains(size), "{raw}");
    assert!(!raw.contains("toy.mark_raw"));
    let only = with(JsonParts { raw_only: true, ..JsonParts::default() });
    assert!(only.contains("\"toy.mark_raw\": [\n            \"\",\n            17,\n            0,\n            0,\n            0\n          ],\n          \"toy.mark\": {"), "{only}");
    assert!(!only.contains("\"toy.kind\""));
    let unique = with(JsonParts { unique_keys: true, ..JsonParts::default() });
    assert!(
        unique.contains("          \"toy.any\": [\n            \"1\",\n            \"0\"\n          ],\n"),
        "{unique}"
    );
    let fields =
        with(JsonParts { fields: names(&["toy.any", "nope", "_ws.col.Protocol"]), ..JsonParts::default() });
    assert!(fields.contains("      \"layers\": {\n        \"toy.any\": [\n          \"1\",\n          \"0\",\n          \"9\"\n        ],\n        \"_ws.col.Protocol\": [\n          \"TOY\"\n        ]\n      }\n"), "{fields}");
}

#[test]
fn json_of_some_protocols() {
    let with = |list: &[&str], children| {
        let protocols = Some(ProtocolFilter { names: names(list), children });
        print(&Json::with(Options::default(), JsonParts { protocols, ..JsonParts::default() }))
    };
    let flat = with(&["toy"], false);
    assert!(flat.contains("        \"frame\": {\n          \"filtered\": \"frame\"\n        },\n"), "{flat}");
    assert!(
        flat.contains("\"toy.flags_tree\": {\n            \"filtered\": \"toy.flags\"\n          },\n"),
        "{flat}"
    );
    let deep = with(&["toy"], true);
    assert!(deep.contains("\"toy.flags.big\": \"1\"") && deep.contains("\"filtered\": \"frame\""), "{deep}");
}

#[test]
fn elasticsearch() {
    let out = print(&Ek::new(Options::default()));
    let (index, frame) = out.split_once('\n').unwrap();
    assert_eq!(index, r#"{"index":{"_index":"packets-2010-04-07","_type":"doc"}}"#);
    let toy = r#"{"timestamp":"1270661369782","layers":{"frame":{"frame_frame_number":"7","frame_frame_time":"2010-04-07T17:29:29.782934000Z"},"toy":{"toy_toy_kind":"1","toy_toy_any":["1","0"],"toy_toy_flags":"0x48","toy_toy_flags_big":true,"toy_toy_flags_size":"0x02","_ws_expert":{"toy_toy_odd":null,"_ws_expert__ws_expert_message":"Odd","_ws_expert__ws_expert_severity":"4194304","_ws_expert__ws_expert_group":"150994944"},"text":"Words: \"9\"","toy_toy_text":"a\tb\u001b\"ä'\\","toy_toy_bytes":"00:ff:10","toy_toy_time":"-0.001000000","toy_toy_mark":null,"toy_toy_any":"9"}}}
"#;
    assert_eq!(frame, toy);
}

#[test]
fn ndjson() {
    let out = print(&Ndjson::new(Options::default(), Vec::new()));
    let all = r#"{"layers":["toy"],"frame.number":7,"frame.time":"2010-04-07T17:29:29.782934000Z","toy.kind":[1],"toy.flags":[72],"toy.flags.big":[true],"toy.flags.size":[2],"toy.odd":[true],"_ws.expert.message":["Odd"],"_ws.expert.severity":[4194304],"_ws.expert.group":[150994944],"toy.text":["a\tb\u001b\"ä'\\"],"toy.bytes":["00ff10"],"toy.time":[-0.001000000],"toy.mark":[true],"toy.any":[9]}
"#;
    assert_eq!(out, all);
    let some = Ndjson::new(Options::default(), names(&["toy.any", "frame.number", "_ws.col.Protocol"]));
    let mut twice = Vec::new();
    print_frame(&some, &mut twice);
    print_frame(&some, &mut twice);
    let line = "{\"layers\":[\"toy\"],\"frame.number\":7,\"toy.any\":[1,0,9],\"_ws.col.Protocol\":\"TOY\"}\n";
    assert_eq!(String::from_utf8(twice).unwrap(), line.repeat(2));
    let schema = schema(&registry());
    for part in [
        "\"frame.number\":{\"title\":\"Frame Number\",\"type\":\"integer\",\"minimum\":0}",
        "\"toy.any\":{\"title\":\"Any\",\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":0}}",
        "\"toy.mark\":{\"title\":\"Mark\",\"type\":\"array\",\"minItems\":1,\"items\":{\"const\":true}}",
    ] {
        assert!(schema.contains(part), "{schema}");
    }
}

#[test]
fn cheap_outputs_need_little() {
    let registry = registry();
    use requin_engine::Printer;
    let columns = |list: &str| {
        let columns = Column::parse_list(list).unwrap();
        Text::with(Options::default(), TextParts { columns, ..TextParts::default() }).needs(&registry)
    };
    let record = columns("\"n\",\"%m\",\"t\",\"%t\",\"l\",\"%L\"");
    assert!(record.record_only && !record.displayed && !record.want.columns);
    let custom = columns("\"n\",\"%Cus:toy.any\",\"t\",\"%Gt\"");
    assert!(
        !custom.record_only
            && custom.displayed
            && !custom.want.columns
            && !custom.want.labels
            && !custom.tree
    );
    assert_eq!(custom.want.fields().count(), 1);
    let usual = Text::new(Options::default()).needs(&registry);
    assert!(usual.want.columns && !usual.tree && !usual.want.labels && !usual.displayed);
    let pdml = Pdml::new(Options::default()).needs(&registry);
    assert!(pdml.tree && pdml.want.labels && !pdml.want.columns && pdml.displayed);
    let fields = |list: &[&str]| {
        Fields::new(Options::default(), FieldsStyle::default(), names(list), Vec::new()).needs(&registry)
    };
    assert!(!fields(&["toy.any"]).want.labels && fields(&["toy"]).want.labels && !fields(&["toy"]).tree);
    let only_frames = HexOptions { all_sources: false, ..HexOptions::default() };
    let hex = TextParts { hex: Some(only_frames), ..TextParts::default() };
    assert!(Text::with(Options::default(), hex).needs(&registry).record_only);
}
