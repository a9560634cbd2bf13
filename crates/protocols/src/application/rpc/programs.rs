//! Programs of ONC RPC, known by what stands before them; what they say inside is not read.

/// Network File System, RFC 1813 and RFC 8881.
pub mod nfs {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        NFS "nfs" "Network File System" "NFS" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        cx.protocol("NFS");
        Ok(())
    }
}

/// The service that mounts file systems, RFC 1813 appendix I.
pub mod mount {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        MOUNT "mount" "Mount Service" "MOUNT" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        cx.protocol("MOUNT");
        Ok(())
    }
}

/// The service that tells ports, RFC 1833.
pub mod portmap {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PORTMAP "portmap" "Portmap" "Portmap" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        cx.protocol("Portmap");
        Ok(())
    }
}
