//! Wireless links.

pub mod bluetooth;
pub mod btbredr_rf;
pub mod btle;
pub mod btle_rf;
pub mod capwap;
pub mod eap;
pub mod eapol;
pub mod radiotap;
pub mod sixlowpan;
pub mod wifi_p2p;
pub mod wlan;
pub mod wlan_radio;
pub mod wlccp;
pub mod wpan;
pub mod wps;
pub mod zigbee;
