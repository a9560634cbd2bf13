//! Redis' protocol, from hand-made values.

mod support;

use support::*;

#[test]
fn commands_and_answers() {
    let talk = Talk::tcp(6379)
        .client("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\nvv\r\n")
        .server("+OK\r\n")
        .client("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n*2\r\n$3\r\nGET\r\n$1\r\nl\r\n")
        .server("$2\r\nvv\r\n$-1\r\n")
        .server("*3\r\n:-1\r\n$0\r\n\r\n*-1\r\n")
        .server("-ERR no\r\n:42\r\n");
    let f = talk.shown();
    assert_eq!(f[0].info, "Request: SET k vv");
    assert_eq!(f[1].info, "Response: OK");
    assert_eq!(f[2].info, "Request: GET k GET l");
    assert_eq!((f[3].info.as_str(), f[3].all("resp.bulk_string.length")), ("Response: vv", vec!["2", "-1"]));
    assert_eq!((f[4].info.as_str(), f[4].one("resp.integer")), ("Response: Array(3)", "-1"));
    assert_eq!(f[5].info, "Response: Error: ERR no 42");
    talk.survives_cuts();
}

#[test]
fn a_command_in_pieces_is_put_together() {
    let f = Talk::tcp(6379).client("*2\r\n$3\r\nGET\r\n").client("$1\r\nk\r\n").shown();
    assert_eq!((f[0].protocol.as_str(), f[1].info.as_str()), ("TCP", "Request: GET k"));
}

#[test]
fn what_there_is_of_a_command_is_shown() {
    let f = Talk::tcp(6379)
        .client("*1\r\n$4\r\nPING\r\n*3\r\n$3\r\nSET\r\n$1\r")
        .client("\nk\r\n$10\r")
        .client("\nlo")
        .client("ng-value\r\n")
        .shown();
    // Behind a whole one it is shown as part of the frame, otherwise the segment is one of TCP.
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("RESP", "Request: PING SET [continuation]"));
    for (f, words) in f[1..3].iter().zip(["SET k [continuation]", "SET k [continuation]"]) {
        assert_eq!(f.protocol, "TCP");
        assert_eq!(f.info, format!("Request: {words} [TCP segment of a reassembled PDU]"));
        assert!(f.has("resp.reassembled_in_next_frame") && !f.has("_ws.malformed"));
    }
    assert_eq!(f[2].all("resp.bulk_string.length"), ["3", "1"]);
    assert_eq!(f[3].info, "Request: SET k long-value");
    assert!(!f[3].has("resp.reassembled_in_next_frame"));
}

#[test]
fn version_three() {
    let talk = Talk::tcp(6379)
        .server("%1\r\n+a\r\n:1\r\n_\r\n#t\r\n,1.5\r\n(123456789012345678901\r\n")
        .server("=7\r\ntxt:abc\r\n!3\r\nERR\r\n~1\r\n:7\r\n>1\r\n+m\r\n");
    let f = talk.shown();
    assert_eq!(f[0].info, "Response: Map(1) true 1.5 123456789012345678901");
    assert_eq!(f[1].info, "Response: txt:abc ERR Set(1) Push(1)");
    assert!(f.iter().all(|f| !f.has("resp.fragment")));
    talk.survives_cuts();
}

#[test]
fn arrays_in_arrays_end_somewhere() {
    let f = Talk::tcp(6379).server("*1\r\n".repeat(10_000) + ":1\r\n").shown();
    assert!(f[0].has("resp.array_recursion_too_deep"));
}
