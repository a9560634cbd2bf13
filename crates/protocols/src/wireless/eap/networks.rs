//! Mobile network codes behind their country codes, ITU-T E.212.

use requin_wire::Names;

/// Who has a network: the country's code and the network's, written one after the other as a number. They stand in
/// `data/e212-networks.in`, ascending, a line each.
pub const NETWORKS: Names = Names::Table(&include!("../../../data/e212-networks.in"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_networks_are_found() {
        let Names::Table(all) = NETWORKS else { panic!("it is a table") };
        assert!(all.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(NETWORKS.find(20201), Some("Cosmote AE"));
        assert_eq!(NETWORKS.find(999_999), Some("Internal use, example, testing"));
        assert_eq!(NETWORKS.find(20200), None);
    }
}
