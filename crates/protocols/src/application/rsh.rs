//! Remote shell: a port for errors, who asks for whom, a command, and what goes to and fro then (BSD's rshd(8)).

use requin_wire::{Cursor, Cx, Field, Key, Past, Sink, Step, Value, proto};

proto! {
    RSH "rsh" "Remote Shell" "RSH" App
    on [Tcp 514]
    remember [remember] for columns [STDERR_PORT, CLIENT_USERNAME, SERVER_USERNAME, COMMAND, CLIENT_SERVER_DATA, SERVER_CLIENT_DATA]
    fields {
        STDERR_PORT "rsh.stderr_port" "Stderr port (optional)": StrZ;
        CLIENT_USERNAME "rsh.client_username" "Client username": StrZ;
        SERVER_USERNAME "rsh.server_username" "Server username": StrZ;
        COMMAND "rsh.command" "Command to execute": StrZ;
        CLIENT_SERVER_DATA "rsh.client_server_data" "Client -> Server Data": Bytes;
        SERVER_CLIENT_DATA "rsh.server_client_data" "Server -> Client Data": Bytes;
    }
}

const PORT: u16 = 514;

/// What a client says first, each closed by a zero byte.
const STRINGS: [Field; 4] = [STDERR_PORT, CLIENT_USERNAME, SERVER_USERNAME, COMMAND];

/// The string that names the user at the server.
const USER: usize = 2;

/// Behind the last string, or where there were none.
const DATA: u64 = STRINGS.len() as u64;

/// Whether a conversation begins with the number of a port, as it has to (maybe none).
fn begins(bytes: &[u8]) -> bool {
    let digits = bytes.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    bytes.get(digits) == Some(&0)
}

/// The strings in what a client sends when `done` of them came before.
fn strings(bytes: &[u8], done: u64) -> impl Iterator<Item = (usize, &[u8])> {
    let done = usize::try_from(done).unwrap_or(STRINGS.len());
    let any = done > 0 || begins(bytes);
    let count = bytes.iter().filter(|b| **b == 0).count();
    let parts = bytes.split(|b| *b == 0).take(count);
    (done..STRINGS.len()).zip(parts).filter(move |_| any)
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if past.state[0] < DATA {
        if past.now.ports.dst != PORT {
            return;
        }
        let mut next = past.state[0];
        for (n, text) in strings(pdu, past.state[0]) {
            next = n as u64 + 1;
            if n == USER {
                past.set(&Key::here(0), text);
            }
        }
        past.state[0] = if next == 0 { DATA } else { next };
    } else if let Some(user) = past.get(&Key::here(0)) {
        past.note(0, &user);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [done, _] = cx.state();
    let to_server = cx.ports.dst == PORT;
    let bytes = c.rest();
    cx.protocol("RSH");
    cx.info_clear();
    if to_server && strings(bytes, done).next().is_some() {
        cx.info(|o| _ = o.s("Session Establishment"));
        for (n, text) in strings(bytes, done) {
            if let Some(field) = STRINGS.get(n) {
                cx.bytes(*field, &mut c, text.len() + 1)?;
            }
        }
        return Ok(());
    }
    if let Some(user) = cx.recalled(0) {
        cx.info_add(|o| _ = o.s("Server username:").text(&user.bytes).s(" "));
    }
    cx.info_add(|o| _ = o.s(if to_server { "Client -> Server data" } else { "Server -> Client Data" }));
    let all = c.span(c.left());
    cx.add(if to_server { CLIENT_SERVER_DATA } else { SERVER_CLIENT_DATA }, all, Value::Bytes(all));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_before_data() {
        let all: Vec<_> = strings(b"1021\0alice\0bob\0ls -l\0", 0).collect();
        assert_eq!(all, [(0, &b"1021"[..]), (1, b"alice"), (2, b"bob"), (3, b"ls -l")]);
        assert_eq!(strings(b"alice\0bo", 1).collect::<Vec<_>>(), [(1, &b"alice"[..])]);
        assert_eq!(strings(b"51 <13>Oct 11\0", 0).count(), 0);
        assert_eq!(strings(b"more\0", 4).count(), 0);
        assert!(begins(b"\0") && !begins(b"") && !begins(b"123456\0"));
    }
}
