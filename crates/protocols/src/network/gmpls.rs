//! Names that the protocols of generalised MPLS share (IANA's registry "GMPLS Signaling Parameters").

use requin_wire::Names;

/// What a link switches.
pub const SWITCHING_TYPES: Names = Names::Ranges(&[
    (1, 1, "Packet-Switch Capable-1 (PSC-1)"),
    (2, 2, "Packet-Switch Capable-2 (PSC-2)"),
    (3, 3, "Packet-Switch Capable-3 (PSC-3)"),
    (4, 4, "Packet-Switch Capable-4 (PSC-4)"),
    (5, 29, "Unassigned"),
    (30, 30, "Ethernet Virtual Private Line (EVPL)"),
    (31, 39, "Unassigned"),
    (40, 40, "802.1 PBB-TE"),
    (41, 50, "Unassigned"),
    (51, 51, "Layer-2 Switch Capable (L2SC)"),
    (52, 99, "Unassigned"),
    (100, 100, "Time-Division-Multiplex Capable (TDM)"),
    (101, 124, "Unassigned"),
    (125, 125, "Data Channel Switching Capable (DCSC)"),
    (126, 149, "Unassigned"),
    (150, 150, "Lambda-Switch Capable (LSC)"),
    (151, 151, "WSON-LSC"),
    (152, 152, "Flexi-Grid-LSC"),
    (153, 169, "Unassigned"),
    (200, 200, "Fiber-Switch Capable (FSC)"),
    (201, 255, "Unassigned"),
]);

/// How a path encodes what it carries.
pub const ENCODINGS: Names = Names::Ranges(&[
    (1, 1, "Packet"),
    (2, 2, "Ethernet"),
    (3, 3, "ANSI/ETSI PDH"),
    (4, 4, "Reserved"),
    (5, 5, "SDH ITU-T G.707 / SONET ANSI T1.105"),
    (6, 6, "Reserved"),
    (7, 7, "Digital Wrapper"),
    (8, 8, "Lambda (photonic)"),
    (9, 9, "Fiber"),
    (10, 10, "Reserved"),
    (11, 11, "FiberChannel"),
    (12, 12, "G.709 ODUk (Digital Path)"),
    (13, 13, "G.709 Optical Channel"),
    (14, 14, "Ethernet Line (EPL Type 2)"),
    (15, 239, "Unassigned"),
    (240, 255, "Experimental Usage/temporarily"),
]);
