//! Identities of subscribers and networks, ITU-T E.212: fields that many protocols of mobile networks share.

use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    E212 "e212" "ITU-T E.212 number" "E.212" App
    on []
    fields {
        IMSI "e212.imsi" "IMSI": Str;
        ASSOC_IMSI "e212.assoc.imsi" "Association IMSI": Str;
        MCC "e212.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        MNC "e212.mnc" "Mobile Network Code (MNC)": U16 Dec;
        RAI_MCC "e212.rai.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        RAI_MNC "e212.rai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        LAI_MCC "e212.lai.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        LAI_MNC "e212.lai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        CGI_MCC "e212.cgi.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        CGI_MNC "e212.cgi.mnc" "Mobile Network Code (MNC)": U16 Dec;
        SAI_MCC "e212.sai.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        SAI_MNC "e212.sai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        TAI_MCC "e212.tai.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        TAI_MNC "e212.tai.mnc" "Mobile Network Code (MNC)": U16 Dec;
        ECGI_MCC "e212.ecgi.mcc" "Mobile Country Code (MCC)": U16 Dec = MCC_NAMES;
        ECGI_MNC "e212.ecgi.mnc" "Mobile Network Code (MNC)": U16 Dec;
    }
}

names! {
    pub(super) MCC_NAMES {
        202 => "Greece", 203 => "Unassigned", 204 => "Netherlands", 205 => "Unassigned", 206 => "Belgium",
        207 => "Unassigned", 208 => "France", 209 => "Unassigned", 210 => "Unassigned", 211 => "Unassigned",
        212 => "Monaco", 213 => "Andorra", 214 => "Spain", 215 => "Unassigned", 216 => "Hungary",
        217 => "Unassigned", 218 => "Bosnia and Herzegovina", 219 => "Croatia", 220 => "Serbia",
        221 => "Kosovo", 222 => "Italy", 223 => "Unassigned", 224 => "Unassigned", 225 => "Vatican City",
        226 => "Romania", 227 => "Unassigned", 228 => "Switzerland", 229 => "Unassigned",
        230 => "Czech Rep.", 231 => "Slovakia", 232 => "Austria", 233 => "Unassigned",
        234 => "United Kingdom", 235 => "United Kingdom", 236 => "Unassigned", 237 => "Unassigned",
        238 => "Denmark", 239 => "Unassigned", 240 => "Sweden", 241 => "Unassigned", 242 => "Norway",
        243 => "Unassigned", 244 => "Finland", 245 => "Unassigned", 246 => "Lithuania", 247 => "Latvia",
        248 => "Estonia", 249 => "Unassigned", 250 => "Russian Federation", 251 => "Unassigned",
        252 => "Unassigned", 253 => "Unassigned", 254 => "Unassigned", 255 => "Ukraine",
        256 => "Unassigned", 257 => "Belarus", 258 => "Unassigned", 259 => "Moldova (Republic of)",
        260 => "Poland", 261 => "Unassigned", 262 => "Germany", 263 => "Unassigned", 264 => "Unassigned",
        265 => "Unassigned", 266 => "Gibraltar", 267 => "Unassigned", 268 => "Portugal",
        269 => "Unassigned", 270 => "Luxembourg", 271 => "Unassigned", 272 => "Ireland",
        273 => "Unassigned", 274 => "Iceland", 275 => "Unassigned", 276 => "Albania", 277 => "Unassigned",
        278 => "Malta", 279 => "Unassigned", 280 => "Cyprus", 281 => "Unassigned", 282 => "Georgia",
        283 => "Armenia", 284 => "Bulgaria", 285 => "Unassigned", 286 => "Turkey", 287 => "Unassigned",
        288 => "Faroe Islands", 289 => "Unassigned", 290 => "Greenland", 291 => "Unassigned",
        292 => "San Marino", 293 => "Slovenia", 294 => "North Macedonia", 295 => "Liechtenstein",
        296 => "Unassigned", 297 => "Montenegro", 298 => "Unassigned", 299 => "Unassigned",
        300 => "Unassigned", 301 => "Unassigned", 302 => "Canada", 303 => "Unassigned", 304 => "Unassigned",
        305 => "Unassigned", 306 => "Unassigned", 307 => "Unassigned", 308 => "Saint Pierre and Miquelon",
        309 => "Unassigned", 310 => "United States", 311 => "United States", 312 => "United States",
        313 => "United States", 314 => "United States", 315 => "United States", 316 => "United States",
        317 => "Unassigned", 318 => "Unassigned", 319 => "Unassigned", 320 => "Unassigned",
        321 => "Unassigned", 322 => "Unassigned", 323 => "Unassigned", 324 => "Unassigned",
        325 => "Unassigned", 326 => "Unassigned", 327 => "Unassigned", 328 => "Unassigned",
        329 => "Unassigned", 330 => "Puerto Rico", 331 => "Unassigned",
        332 => "United States Virgin Islands", 333 => "Unassigned", 334 => "Mexico", 335 => "Unassigned",
        336 => "Unassigned", 337 => "Unassigned", 338 => "Jamaica", 339 => "Unassigned",
        340 => "French Guiana / Guadeloupe / Martinique", 341 => "Unassigned", 342 => "Barbados",
        343 => "Unassigned", 344 => "Antigua and Barbuda", 345 => "Unassigned", 346 => "Cayman Islands",
        347 => "Unassigned", 348 => "British Virgin Islands", 349 => "Unassigned", 350 => "Bermuda",
        351 => "Unassigned", 352 => "Grenada", 353 => "Unassigned", 354 => "Montserrat",
        355 => "Unassigned", 356 => "Saint Kitts and Nevis", 357 => "Unassigned", 358 => "Saint Lucia",
        359 => "Unassigned", 360 => "Saint Vincent and the Grenadines", 361 => "Unassigned",
        362 => "Curaçao / Sint Maarten / Bonaire, Sint Eustatius and Saba", 363 => "Aruba",
        364 => "Bahamas", 365 => "Anguilla", 366 => "Dominica", 367 => "Unassigned", 368 => "Cuba",
        369 => "Unassigned", 370 => "Dominican Rep.", 371 => "Unassigned", 372 => "Haiti",
        373 => "Unassigned", 374 => "Trinidad and Tobago", 375 => "Unassigned",
        376 => "Turks and Caicos Islands", 377 => "Unassigned", 378 => "Unassigned", 379 => "Unassigned",
        380 => "Unassigned", 381 => "Unassigned", 382 => "Unassigned", 383 => "Unassigned",
        384 => "Unassigned", 385 => "Unassigned", 386 => "Unassigned", 387 => "Unassigned",
        388 => "Unassigned", 389 => "Unassigned", 390 => "Unassigned", 391 => "Unassigned",
        392 => "Unassigned", 393 => "Unassigned", 394 => "Unassigned", 395 => "Unassigned",
        396 => "Unassigned", 397 => "Unassigned", 398 => "Unassigned", 399 => "Unassigned",
        400 => "Azerbaijan", 401 => "Kazakhstan", 402 => "Bhutan", 403 => "Unassigned", 404 => "India",
        405 => "India", 406 => "India", 407 => "Unassigned", 408 => "Unassigned", 409 => "Unassigned",
        410 => "Pakistan", 411 => "Unassigned", 412 => "Afghanistan", 413 => "Sri Lanka", 414 => "Myanmar",
        415 => "Lebanon", 416 => "Jordan", 417 => "Syrian Arab Republic", 418 => "Iraq", 419 => "Kuwait",
        420 => "Saudi Arabia", 421 => "Yemen", 422 => "Oman", 423 => "Unassigned",
        424 => "United Arab Emirates", 425 => "Israel", 426 => "Bahrain", 427 => "Qatar", 428 => "Mongolia",
        429 => "Nepal", 430 => "United Arab Emirates (Abu Dhabi)", 431 => "United Arab Emirates (Dubai)",
        432 => "Iran (Islamic Republic of)", 433 => "Unassigned", 434 => "Uzbekistan", 435 => "Unassigned",
        436 => "Tajikistan", 437 => "Kyrgyzstan", 438 => "Turkmenistan", 439 => "Unassigned",
        440 => "Japan", 441 => "Japan", 442 => "Unassigned", 443 => "Unassigned", 444 => "Unassigned",
        445 => "Unassigned", 446 => "Unassigned", 447 => "Unassigned", 448 => "Unassigned",
        449 => "Unassigned", 450 => "Korea (Rep. of)", 451 => "Unassigned", 452 => "Viet Nam",
        453 => "Unassigned", 454 => "Hong Kong, China", 455 => "Macao, China", 456 => "Cambodia",
        457 => "Lao P.D.R.", 458 => "Unassigned", 459 => "Unassigned", 460 => "China", 461 => "China",
        462 => "Unassigned", 463 => "Unassigned", 464 => "Unassigned", 465 => "Unassigned", 466 => "Taiwan",
        467 => "Dem. People's Rep. of Korea", 468 => "Unassigned", 469 => "Unassigned", 470 => "Bangladesh",
        471 => "Unassigned", 472 => "Maldives", 473 => "Unassigned", 474 => "Unassigned",
        475 => "Unassigned", 476 => "Unassigned", 477 => "Unassigned", 478 => "Unassigned",
        479 => "Unassigned", 480 => "Unassigned", 481 => "Unassigned", 482 => "Unassigned",
        483 => "Unassigned", 484 => "Unassigned", 485 => "Unassigned", 486 => "Unassigned",
        487 => "Unassigned", 488 => "Unassigned", 489 => "Unassigned", 490 => "Unassigned",
        491 => "Unassigned", 492 => "Unassigned", 493 => "Unassigned", 494 => "Unassigned",
        495 => "Unassigned", 496 => "Unassigned", 497 => "Unassigned", 498 => "Unassigned",
        499 => "Unassigned", 500 => "Unassigned", 501 => "Unassigned", 502 => "Malaysia",
        503 => "Unassigned", 504 => "Unassigned", 505 => "Australia", 506 => "Unassigned",
        507 => "Unassigned", 508 => "Unassigned", 509 => "Unassigned", 510 => "Indonesia",
        511 => "Unassigned", 512 => "Unassigned", 513 => "Unassigned", 514 => "Timor-Leste",
        515 => "Philippines", 516 => "Unassigned", 517 => "Unassigned", 518 => "Unassigned",
        519 => "Unassigned", 520 => "Thailand", 521 => "Unassigned", 522 => "Unassigned",
        523 => "Unassigned", 524 => "Unassigned", 525 => "Singapore", 526 => "Unassigned",
        527 => "Unassigned", 528 => "Brunei Darussalam", 529 => "Unassigned", 530 => "New Zealand",
        531 => "Unassigned", 532 => "Unassigned", 533 => "Unassigned", 534 => "Unassigned",
        535 => "Unassigned", 536 => "Nauru", 537 => "Papua New Guinea", 538 => "Unassigned", 539 => "Tonga",
        540 => "Solomon Islands", 541 => "Vanuatu", 542 => "Fiji", 543 => "Wallis and Futuna",
        544 => "American Samoa", 545 => "Kiribati", 546 => "New Caledonia", 547 => "French Polynesia",
        548 => "Cook Islands", 549 => "Samoa", 550 => "Micronesia", 551 => "Marshall Islands",
        552 => "Palau", 553 => "Tuvalu", 554 => "Tokelau", 555 => "Niue", 556 => "Unassigned",
        557 => "Unassigned", 558 => "Unassigned", 559 => "Unassigned", 560 => "Unassigned",
        561 => "Unassigned", 562 => "Unassigned", 563 => "Unassigned", 564 => "Unassigned",
        565 => "Unassigned", 566 => "Unassigned", 567 => "Unassigned", 568 => "Unassigned",
        569 => "Unassigned", 570 => "Unassigned", 571 => "Unassigned", 572 => "Unassigned",
        573 => "Unassigned", 574 => "Unassigned", 575 => "Unassigned", 576 => "Unassigned",
        577 => "Unassigned", 578 => "Unassigned", 579 => "Unassigned", 580 => "Unassigned",
        581 => "Unassigned", 582 => "Unassigned", 583 => "Unassigned", 584 => "Unassigned",
        585 => "Unassigned", 586 => "Unassigned", 587 => "Unassigned", 588 => "Unassigned",
        589 => "Unassigned", 590 => "Unassigned", 591 => "Unassigned", 592 => "Unassigned",
        593 => "Unassigned", 594 => "Unassigned", 595 => "Unassigned", 596 => "Unassigned",
        597 => "Unassigned", 598 => "Unassigned", 599 => "Unassigned", 600 => "Unassigned",
        601 => "Unassigned", 602 => "Egypt", 603 => "Algeria", 604 => "Morocco", 605 => "Tunisia",
        606 => "Libya", 607 => "Gambia", 608 => "Senegal", 609 => "Mauritania", 610 => "Mali",
        611 => "Guinea", 612 => "Côte d'Ivoire", 613 => "Burkina Faso", 614 => "Niger", 615 => "Togo",
        616 => "Benin", 617 => "Mauritius", 618 => "Liberia", 619 => "Sierra Leone", 620 => "Ghana",
        621 => "Nigeria", 622 => "Chad", 623 => "Central African Rep.", 624 => "Cameroon",
        625 => "Cabo Verde", 626 => "Sao Tome and Principe", 627 => "Equatorial Guinea", 628 => "Gabon",
        629 => "Congo", 630 => "Dem. Rep. of the Congo", 631 => "Angola", 632 => "Guinea-Bissau",
        633 => "Seychelles", 634 => "Sudan", 635 => "Rwanda", 636 => "Ethiopia", 637 => "Somalia",
        638 => "Djibouti", 639 => "Kenya", 640 => "Tanzania", 641 => "Uganda", 642 => "Burundi",
        643 => "Mozambique", 644 => "Unassigned", 645 => "Zambia", 646 => "Madagascar",
        647 => "French Departments and Territories in the Indian Ocean", 648 => "Zimbabwe",
        649 => "Namibia", 650 => "Malawi", 651 => "Lesotho", 652 => "Botswana", 653 => "Eswatini",
        654 => "Comoros", 655 => "South Africa", 656 => "Unassigned", 657 => "Eritrea",
        658 => "Saint Helena, Ascension and Tristan da Cunha", 659 => "South Sudan", 660 => "Unassigned",
        661 => "Unassigned", 662 => "Unassigned", 663 => "Unassigned", 664 => "Unassigned",
        665 => "Unassigned", 666 => "Unassigned", 667 => "Unassigned", 668 => "Unassigned",
        669 => "Unassigned", 670 => "Unassigned", 671 => "Unassigned", 672 => "Unassigned",
        673 => "Unassigned", 674 => "Unassigned", 675 => "Unassigned", 676 => "Unassigned",
        677 => "Unassigned", 678 => "Unassigned", 679 => "Unassigned", 680 => "Unassigned",
        681 => "Unassigned", 682 => "Unassigned", 683 => "Unassigned", 684 => "Unassigned",
        685 => "Unassigned", 686 => "Unassigned", 687 => "Unassigned", 688 => "Unassigned",
        689 => "Unassigned", 690 => "Unassigned", 691 => "Unassigned", 692 => "Unassigned",
        693 => "Unassigned", 694 => "Unassigned", 695 => "Unassigned", 696 => "Unassigned",
        697 => "Unassigned", 698 => "Unassigned", 699 => "Unassigned", 700 => "Unassigned",
        701 => "Unassigned", 702 => "Belize", 703 => "Unassigned", 704 => "Guatemala", 705 => "Unassigned",
        706 => "El Salvador", 707 => "Unassigned", 708 => "Honduras", 709 => "Unassigned",
        710 => "Nicaragua", 711 => "Unassigned", 712 => "Costa Rica", 713 => "Unassigned", 714 => "Panama",
        715 => "Unassigned", 716 => "Peru", 717 => "Unassigned", 718 => "Unassigned", 719 => "Unassigned",
        720 => "Unassigned", 721 => "Unassigned", 722 => "Argentina", 723 => "Unassigned", 724 => "Brazil",
        725 => "Unassigned", 726 => "Unassigned", 727 => "Unassigned", 728 => "Unassigned",
        729 => "Unassigned", 730 => "Chile", 731 => "Unassigned", 732 => "Colombia", 733 => "Unassigned",
        734 => "Venezuela", 735 => "Unassigned", 736 => "Bolivia", 737 => "Unassigned", 738 => "Guyana",
        739 => "Unassigned", 740 => "Ecuador", 741 => "Unassigned", 742 => "French Guiana",
        743 => "Unassigned", 744 => "Paraguay", 745 => "Unassigned", 746 => "Suriname", 747 => "Unassigned",
        748 => "Uruguay", 749 => "Unassigned", 750 => "Falkland Islands (Malvinas)", 751 => "Unassigned",
        752 => "Unassigned", 753 => "Unassigned", 754 => "Unassigned", 755 => "Unassigned",
        756 => "Unassigned", 757 => "Unassigned", 758 => "Unassigned", 759 => "Unassigned",
        760 => "Unassigned", 761 => "Unassigned", 762 => "Unassigned", 763 => "Unassigned",
        764 => "Unassigned", 765 => "Unassigned", 766 => "Unassigned", 767 => "Unassigned",
        768 => "Unassigned", 769 => "Unassigned", 770 => "Unassigned", 771 => "Unassigned",
        772 => "Unassigned", 773 => "Unassigned", 774 => "Unassigned", 775 => "Unassigned",
        776 => "Unassigned", 777 => "Unassigned", 778 => "Unassigned", 779 => "Unassigned",
        780 => "Unassigned", 781 => "Unassigned", 782 => "Unassigned", 783 => "Unassigned",
        784 => "Unassigned", 785 => "Unassigned", 786 => "Unassigned", 787 => "Unassigned",
        788 => "Unassigned", 789 => "Unassigned", 790 => "Unassigned", 791 => "Unassigned",
        792 => "Unassigned", 793 => "Unassigned", 794 => "Unassigned", 795 => "Unassigned",
        796 => "Unassigned", 797 => "Unassigned", 798 => "Unassigned", 799 => "Unassigned",
        800 => "Unassigned", 801 => "Unassigned", 802 => "Unassigned", 803 => "Unassigned",
        804 => "Unassigned", 805 => "Unassigned", 806 => "Unassigned", 807 => "Unassigned",
        808 => "Unassigned", 809 => "Unassigned", 810 => "Unassigned", 811 => "Unassigned",
        812 => "Unassigned", 813 => "Unassigned", 814 => "Unassigned", 815 => "Unassigned",
        816 => "Unassigned", 817 => "Unassigned", 818 => "Unassigned", 819 => "Unassigned",
        820 => "Unassigned", 821 => "Unassigned", 822 => "Unassigned", 823 => "Unassigned",
        824 => "Unassigned", 825 => "Unassigned", 826 => "Unassigned", 827 => "Unassigned",
        828 => "Unassigned", 829 => "Unassigned", 830 => "Unassigned", 831 => "Unassigned",
        832 => "Unassigned", 833 => "Unassigned", 834 => "Unassigned", 835 => "Unassigned",
        836 => "Unassigned", 837 => "Unassigned", 838 => "Unassigned", 839 => "Unassigned",
        840 => "Unassigned", 841 => "Unassigned", 842 => "Unassigned", 843 => "Unassigned",
        844 => "Unassigned", 845 => "Unassigned", 846 => "Unassigned", 847 => "Unassigned",
        848 => "Unassigned", 849 => "Unassigned", 850 => "Unassigned", 851 => "Unassigned",
        852 => "Unassigned", 853 => "Unassigned", 854 => "Unassigned", 855 => "Unassigned",
        856 => "Unassigned", 857 => "Unassigned", 858 => "Unassigned", 859 => "Unassigned",
        860 => "Unassigned", 861 => "Unassigned", 862 => "Unassigned", 863 => "Unassigned",
        864 => "Unassigned", 865 => "Unassigned", 866 => "Unassigned", 867 => "Unassigned",
        868 => "Unassigned", 869 => "Unassigned", 870 => "Unassigned", 871 => "Unassigned",
        872 => "Unassigned", 873 => "Unassigned", 874 => "Unassigned", 875 => "Unassigned",
        876 => "Unassigned", 877 => "Unassigned", 878 => "Unassigned", 879 => "Unassigned",
        880 => "Unassigned", 881 => "Unassigned", 882 => "Unassigned", 883 => "Unassigned",
        884 => "Unassigned", 885 => "Unassigned", 886 => "Unassigned", 887 => "Unassigned",
        888 => "Unassigned", 889 => "Unassigned", 890 => "Unassigned", 891 => "Unassigned",
        892 => "Unassigned", 893 => "Unassigned", 894 => "Unassigned", 895 => "Unassigned",
        896 => "Unassigned", 897 => "Unassigned", 898 => "Unassigned", 899 => "Unassigned",
        900 => "Unassigned", 901 => "International Mobile, shared code",
        902 => "Other purposes, shared code", 903 => "Unassigned", 904 => "Unassigned", 905 => "Unassigned",
        906 => "Unassigned", 907 => "Unassigned", 908 => "Unassigned", 909 => "Unassigned",
        910 => "Unassigned", 911 => "Unassigned", 912 => "Unassigned", 913 => "Unassigned",
        914 => "Unassigned", 915 => "Unassigned", 916 => "Unassigned", 917 => "Unassigned",
        918 => "Unassigned", 919 => "Unassigned", 920 => "Unassigned", 921 => "Unassigned",
        922 => "Unassigned", 923 => "Unassigned", 924 => "Unassigned", 925 => "Unassigned",
        926 => "Unassigned", 927 => "Unassigned", 928 => "Unassigned", 929 => "Unassigned",
        930 => "Unassigned", 931 => "Unassigned", 932 => "Unassigned", 933 => "Unassigned",
        934 => "Unassigned", 935 => "Unassigned", 936 => "Unassigned", 937 => "Unassigned",
        938 => "Unassigned", 939 => "Unassigned", 940 => "Unassigned", 941 => "Unassigned",
        942 => "Unassigned", 943 => "Unassigned", 944 => "Unassigned", 945 => "Unassigned",
        946 => "Unassigned", 947 => "Unassigned", 948 => "Unassigned", 949 => "Unassigned",
        950 => "Unassigned", 951 => "Unassigned", 952 => "Unassigned", 953 => "Unassigned",
        954 => "Unassigned", 955 => "Unassigned", 956 => "Unassigned", 957 => "Unassigned",
        958 => "Unassigned", 959 => "Unassigned", 960 => "Unassigned", 961 => "Unassigned",
        962 => "Unassigned", 963 => "Unassigned", 964 => "Unassigned", 965 => "Unassigned",
        966 => "Unassigned", 967 => "Unassigned", 968 => "Unassigned", 969 => "Unassigned",
        970 => "Unassigned", 971 => "Unassigned", 972 => "Unassigned", 973 => "Unassigned",
        974 => "Unassigned", 975 => "Unassigned", 976 => "Unassigned", 977 => "Unassigned",
        978 => "Unassigned", 979 => "Unassigned", 980 => "Unassigned", 981 => "Unassigned",
        982 => "Unassigned", 983 => "Unassigned", 984 => "Unassigned", 985 => "Unassigned",
        986 => "Unassigned", 987 => "Unassigned", 988 => "Unassigned", 989 => "Unassigned",
        990 => "Unassigned",
        991 => "Trial of a proposed new international telecommunication service, shared code",
        992 => "Unassigned", 993 => "Unassigned", 994 => "Unassigned", 995 => "Unassigned",
        996 => "Unassigned", 997 => "Unassigned", 998 => "Unassigned", 999 => "Private network",
        1665 => "Unset",
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// What stands where a digit doesn't.
const FILLER: u8 = 0x0f;

/// Digits of TBCD: the lower half of each byte first, up to a filler.
fn digits(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    bytes.iter().flat_map(|b| [b & 0x0f, b >> 4]).take_while(|d| *d < 10)
}

/// Whether the networks of a country have codes of three digits.
fn has_long_codes(mcc: u64) -> bool {
    matches!(
        mcc,
        302 | 310
            ..=316
                | 334
                | 338
                | 342
                | 344
                | 346
                | 348
                | 350
                | 352
                | 354
                | 356
                | 358
                | 360
                | 365
                | 376
                | 708
                | 714
                | 722
                | 732
                | 738
                | 750
    )
}

/// An IMSI in the next `n` bytes, and whose it is.
pub(super) fn imsi<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    let span = c.span(n);
    let write = |o: &mut requin_wire::Out<'_>| digits(bytes).for_each(|d| _ = o.u(d));
    cx.add_str(IMSI, span, write);
    let item = cx.add_str(ASSOC_IMSI, span, write);
    cx.set_generated(item);
    if n >= 3 {
        cx.under(item, |cx| {
            let number = |from: usize, n: usize| {
                digits(bytes).skip(from).take(n).fold(0, |v, d| v * 10 + u64::from(d))
            };
            let mcc = number(0, 3);
            // Where no country has the number, three digits are as good as two.
            let nowhere = MCC_NAMES.find(mcc).is_none_or(|name| name == "Unassigned");
            let len = if has_long_codes(mcc) || nowhere { 3 } else { 2 };
            network(cx, span, [MCC, MNC], mcc, number(3, len), len);
        });
    }
    c.skip(n)
}

fn network<S: Sink>(
    cx: &mut Cx<'_, S>,
    span: Span,
    [country, code]: [Field; 2],
    mcc: u64,
    mnc: u64,
    len: usize,
) {
    cx.add(country, Span { len: 2, ..span }, Value::U(mcc));
    let item = cx.add(code, Span { start: span.start + 1, len: 2, ..span }, Value::U(mnc));
    let nowhere = MCC_NAMES.find(mcc).is_none_or(|name| name == "Unassigned");
    cx.label(item, |o| {
        o.s("Mobile Network Code (MNC): ");
        if nowhere {
            o.s("Unknown (").u0(mnc, len).s(")");
        } else {
            o.u0(mnc, len);
        }
    });
}

/// A network: its country, its number there, and how many digits that has.
pub(super) struct Network {
    pub mcc: u64,
    pub mnc: u64,
    pub len: usize,
}

/// Three bytes of country and network; the third digit of the network is a filler where it has two.
pub(super) fn parts(b: &[u8; 3]) -> Network {
    let d = |n: u8| u64::from(n);
    let mcc = d(b[0] & 15) * 100 + d(b[0] >> 4) * 10 + d(b[1] & 15);
    let short = b[1] >> 4 == FILLER;
    let two = d(b[2] & 15) * 10 + d(b[2] >> 4);
    let mnc = if short { two } else { two * 10 + d(b[1] >> 4) };
    Network { mcc, mnc, len: if short { 2 } else { 3 } }
}

/// Adds the country and the network of the next three bytes.
pub(super) fn plmn<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2]) -> Step {
    let n = parts(c.peek_array::<3>()?);
    network(cx, c.span(3), fields, n.mcc, n.mnc, n.len);
    c.skip(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_end_at_a_filler() {
        let d: Vec<u8> = digits(&[0x21, 0x43, 0xf5]).collect();
        assert_eq!(d, [1, 2, 3, 4, 5]);
    }
}
