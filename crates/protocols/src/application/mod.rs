//! Applications.

pub mod ber;
pub mod database;
pub mod dhcp;
pub mod dhcpv6;
pub mod dns;
pub mod dtls;
pub mod ftp;
pub mod http;
pub mod mail;
pub mod media;
pub mod mqtt;
pub mod netbios;
pub mod ntp;
pub mod ocsp;
pub mod quic;
pub mod radius;
pub mod sdp;
pub mod sip;
pub mod snmp;
pub mod ssh;
pub mod stun;
pub mod text;
pub mod tls;
pub mod x509;
