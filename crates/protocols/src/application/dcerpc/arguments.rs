//! What operations are called with, and what they give back, of those interfaces that are read.

use super::interfaces::{
    Call, atsvc, epm, iremotewinspool, lsarpc, netlogon, oxid, remunk, remunk2, samr, spoolss, srvsvc,
    svcctl, winreg, wkssvc,
};
use super::ndr::{Lines, Ndr};
use super::*;
use requin_wire::ProtoId;

/// The arguments of a call of an interface.
pub(super) fn of<S: Sink>(
    cx: &mut Cx<'_, S>,
    interface: ProtoId,
    call: &Call<'_>,
    mut c: Cursor<'_>,
) -> Step {
    let (operation, response) = (call.operation, call.response);
    let known = match interface {
        epm::ID => return epm::arguments(cx, call, c),
        atsvc::ID => atsvc::arguments(operation, response),
        iremotewinspool::ID => iremotewinspool::arguments(operation, response),
        spoolss::ID => spoolss::arguments(operation, response),
        oxid::ID => return oxid::arguments(cx, call, c),
        remunk::ID | remunk2::ID => return remunk::arguments(cx, call, c),
        lsarpc::ID => lsarpc::arguments(operation, response),
        netlogon::ID => netlogon::arguments(operation, response),
        samr::ID => samr::arguments(operation, response),
        srvsvc::ID => srvsvc::arguments(operation, response),
        svcctl::ID => svcctl::arguments(operation, response),
        winreg::ID => winreg::arguments(operation, response),
        wkssvc::ID => wkssvc::arguments(operation, response),
        _ => None,
    };
    if let Some(args) = known {
        let lines = match interface {
            srvsvc::ID => Lines::Pointers,
            atsvc::ID | iremotewinspool::ID | lsarpc::ID | samr::ID | winreg::ID | wkssvc::ID => Lines::Texts,
            _ => Lines::None,
        };
        return Ndr::new(c, call).with_lines(lines).read(cx, args);
    }
    let n = c.left();
    if super::interfaces::only_named(interface, operation.into(), response) {
        return super::stub::unread(cx, &mut c);
    }
    if n > 0 {
        cx.line(c.span(n), |o| {
            _ = o.s("Arguments (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" })
        });
    }
    Ok(())
}
