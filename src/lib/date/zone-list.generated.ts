/**
 * Zones by name as PHP 8.2 lists them. Generated from what php 8.2.35 answers. Do not edit.
 */

/** Name (behind `-` when it is an old one), country, latitude, longitude, remark; sorted. */
export const ZONES: string =
  'Africa/Abidjan CI 5.31666 -4.03333|Africa/Accra GH 5.55 -0.21666|Africa/Addis_Ababa ET 9.03333 38.7|' +
  'Africa/Algiers DZ 36.78333 3.05|Africa/Asmara ER 15.33333 38.88333|-Africa/Asmera|Africa/Bamako ML 12.65 -8|' +
  'Africa/Bangui CF 4.36666 18.58333|Africa/Banjul GM 13.46666 -16.64999|Africa/Bissau GW 11.85 -15.58333|' +
  'Africa/Blantyre MW -15.78333 35|Africa/Brazzaville CG -4.26666 15.28333|' +
  'Africa/Bujumbura BI -3.38333 29.36666|Africa/Cairo EG 30.05 31.25|Africa/Casablanca MA 33.65 -7.58333|' +
  'Africa/Ceuta ES 35.88333 -5.31666 Ceuta, Melilla|Africa/Conakry GN 9.51666 -13.71666|' +
  'Africa/Dakar SN 14.66666 -17.43333|Africa/Dar_es_Salaam TZ -6.8 39.28333|Africa/Djibouti DJ 11.6 43.15|' +
  'Africa/Douala CM 4.05 9.69999|Africa/El_Aaiun EH 27.15 -13.2|Africa/Freetown SL 8.5 -13.25|' +
  'Africa/Gaborone BW -24.65 25.91666|Africa/Harare ZW -17.83333 31.05|Africa/Johannesburg ZA -26.25 28|' +
  'Africa/Juba SS 4.84999 31.61666|Africa/Kampala UG 0.31666 32.41666|Africa/Khartoum SD 15.6 32.53333|' +
  'Africa/Kigali RW -1.95 30.06666|Africa/Kinshasa CD -4.3 15.3 Dem. Rep. of Congo (west)|' +
  'Africa/Lagos NG 6.45 3.4|Africa/Libreville GA 0.38333 9.44999|Africa/Lome TG 6.13333 1.21666|' +
  'Africa/Luanda AO -8.8 13.23333|Africa/Lubumbashi CD -11.66666 27.46666 Dem. Rep. of Congo (east)|' +
  'Africa/Lusaka ZM -15.41666 28.28333|Africa/Malabo GQ 3.75 8.78333|Africa/Maputo MZ -25.96666 32.58333|' +
  'Africa/Maseru LS -29.46666 27.5|Africa/Mbabane SZ -26.3 31.1|Africa/Mogadishu SO 2.06666 45.36666|' +
  'Africa/Monrovia LR 6.3 -10.78333|Africa/Nairobi KE -1.28333 36.81666|Africa/Ndjamena TD 12.11666 15.05|' +
  'Africa/Niamey NE 13.51666 2.11666|Africa/Nouakchott MR 18.1 -15.95|Africa/Ouagadougou BF 12.36666 -1.51666|' +
  'Africa/Porto-Novo BJ 6.48333 2.61666|Africa/Sao_Tome ST 0.33333 6.73333|-Africa/Timbuktu|' +
  'Africa/Tripoli LY 32.9 13.18333|Africa/Tunis TN 36.79999 10.18333|Africa/Windhoek NA -22.56666 17.1|' +
  'America/Adak US 51.88 -176.65805 Alaska - western Aleutians|' +
  'America/Anchorage US 61.21805 -149.90027 Alaska (most areas)|America/Anguilla AI 18.2 -63.06666|' +
  'America/Antigua AG 17.05 -61.8|America/Araguaina BR -7.2 -48.2 Tocantins|' +
  'America/Argentina/Buenos_Aires AR -34.6 -58.45 Buenos Aires (BA, CF)|' +
  'America/Argentina/Catamarca AR -28.46666 -65.78333 Catamarca (CT), Chubut (CH)|' +
  '-America/Argentina/ComodRivadavia|' +
  'America/Argentina/Cordoba AR -31.4 -64.18333 Argentina (most areas: CB, CC, CN, ER, FM, MN, SE, SF)|' +
  'America/Argentina/Jujuy AR -24.18333 -65.3 Jujuy (JY)|' +
  'America/Argentina/La_Rioja AR -29.43333 -66.84999 La Rioja (LR)|' +
  'America/Argentina/Mendoza AR -32.88333 -68.81666 Mendoza (MZ)|' +
  'America/Argentina/Rio_Gallegos AR -51.63333 -69.21666 Santa Cruz (SC)|' +
  'America/Argentina/Salta AR -24.78333 -65.41666 Salta (SA, LP, NQ, RN)|' +
  'America/Argentina/San_Juan AR -31.53333 -68.51666 San Juan (SJ)|' +
  'America/Argentina/San_Luis AR -33.31666 -66.34999 San Luis (SL)|' +
  'America/Argentina/Tucuman AR -26.81666 -65.21666 Tucuman (TM)|' +
  'America/Argentina/Ushuaia AR -54.8 -68.3 Tierra del Fuego (TF)|America/Aruba AW 12.5 -69.96666|' +
  'America/Asuncion PY -25.26666 -57.66666|' +
  'America/Atikokan CA 48.75861 -91.62166 EST - ON (Atikokan), NU (Coral H)|-America/Atka|' +
  'America/Bahia BR -12.98333 -38.51666 Bahia|America/Bahia_Banderas MX 20.8 -105.25 Bahia de Banderas|' +
  'America/Barbados BB 13.1 -59.61666|America/Belem BR -1.45 -48.48333 Para (east), Amapa|' +
  'America/Belize BZ 17.5 -88.2|America/Blanc-Sablon CA 51.41666 -57.11666 AST - QC (Lower North Shore)|' +
  'America/Boa_Vista BR 2.81666 -60.66666 Roraima|America/Bogota CO 4.59999 -74.08333|' +
  'America/Boise US 43.61361 -116.2025 Mountain - ID (south), OR (east)|-America/Buenos_Aires|' +
  'America/Cambridge_Bay CA 69.11388 -105.05277 Mountain - NU (west)|' +
  'America/Campo_Grande BR -20.45 -54.61666 Mato Grosso do Sul|' +
  'America/Cancun MX 21.08333 -86.76666 Quintana Roo|America/Caracas VE 10.5 -66.93333|-America/Catamarca|' +
  'America/Cayenne GF 4.93333 -52.33333|America/Cayman KY 19.3 -81.38333|' +
  'America/Chicago US 41.85 -87.65 Central (most areas)|' +
  'America/Chihuahua MX 28.63333 -106.08333 Chihuahua (most areas)|' +
  'America/Ciudad_Juarez MX 31.73333 -106.48333 Chihuahua (US border - west)|-America/Coral_Harbour|' +
  '-America/Cordoba|America/Costa_Rica CR 9.93333 -84.08333|' +
  'America/Coyhaique CL -45.56666 -72.06666 Aysen Region|America/Creston CA 49.1 -116.51666 MST - BC (Creston)|' +
  'America/Cuiaba BR -15.58333 -56.08333 Mato Grosso|America/Curacao CW 12.18333 -69|' +
  'America/Danmarkshavn GL 76.76666 -18.66666 National Park (east coast)|' +
  'America/Dawson CA 64.06666 -139.41666 MST - Yukon (west)|' +
  'America/Dawson_Creek CA 55.76666 -120.23333 MST - BC (Dawson Cr, Ft St John)|' +
  'America/Denver US 39.73916 -104.98416 Mountain (most areas)|' +
  'America/Detroit US 42.33138 -83.04583 Eastern - MI (most areas)|America/Dominica DM 15.3 -61.4|' +
  'America/Edmonton CA 53.55 -113.46666 Mountain - AB, BC(E), NT(E), SK(W)|' +
  'America/Eirunepe BR -6.66666 -69.86666 Amazonas (west)|America/El_Salvador SV 13.7 -89.2|-America/Ensenada|' +
  'America/Fort_Nelson CA 58.8 -122.7 MST - BC (Ft Nelson)|-America/Fort_Wayne|' +
  'America/Fortaleza BR -3.71666 -38.5 Brazil (northeast: MA, PI, CE, RN, PB)|' +
  'America/Glace_Bay CA 46.2 -59.95 Atlantic - NS (Cape Breton)|-America/Godthab|' +
  'America/Goose_Bay CA 53.33333 -60.41666 Atlantic - Labrador (most areas)|' +
  'America/Grand_Turk TC 21.46666 -71.13333|America/Grenada GD 12.05 -61.75|' +
  'America/Guadeloupe GP 16.23333 -61.53333|America/Guatemala GT 14.63333 -90.51666|' +
  'America/Guayaquil EC -2.16666 -79.83333 Ecuador (mainland)|America/Guyana GY 6.8 -58.16666|' +
  'America/Halifax CA 44.65 -63.6 Atlantic - NS (most areas), PE|America/Havana CU 23.13333 -82.36666|' +
  'America/Hermosillo MX 29.06666 -110.96666 Sonora|' +
  'America/Indiana/Indianapolis US 39.76833 -86.15805 Eastern - IN (most areas)|' +
  'America/Indiana/Knox US 41.29583 -86.625 Central - IN (Starke)|' +
  'America/Indiana/Marengo US 38.37555 -86.34472 Eastern - IN (Crawford)|' +
  'America/Indiana/Petersburg US 38.49194 -87.27861 Eastern - IN (Pike)|' +
  'America/Indiana/Tell_City US 37.95305 -86.76138 Central - IN (Perry)|' +
  'America/Indiana/Vevay US 38.74777 -85.06722 Eastern - IN (Switzerland)|' +
  'America/Indiana/Vincennes US 38.67722 -87.52861 Eastern - IN (Da, Du, K, Mn)|' +
  'America/Indiana/Winamac US 41.05138 -86.60305 Eastern - IN (Pulaski)|-America/Indianapolis|' +
  'America/Inuvik CA 68.34972 -133.71666 Mountain - NT (west)|' +
  'America/Iqaluit CA 63.73333 -68.46666 Eastern - NU (most areas)|America/Jamaica JM 17.96805 -76.79333|' +
  '-America/Jujuy|America/Juneau US 58.30194 -134.41972 Alaska - Juneau area|' +
  'America/Kentucky/Louisville US 38.25416 -85.75944 Eastern - KY (Louisville area)|' +
  'America/Kentucky/Monticello US 36.82972 -84.84916 Eastern - KY (Wayne)|-America/Knox_IN|' +
  'America/Kralendijk BQ 12.15083 -68.27666|America/La_Paz BO -16.5 -68.15|America/Lima PE -12.05 -77.05|' +
  'America/Los_Angeles US 34.05222 -118.24277 Pacific|-America/Louisville|' +
  'America/Lower_Princes SX 18.05138 -63.04722|America/Maceio BR -9.66666 -35.71666 Alagoas, Sergipe|' +
  'America/Managua NI 12.15 -86.28333|America/Manaus BR -3.13333 -60.01666 Amazonas (east)|' +
  'America/Marigot MF 18.06666 -63.08333|America/Martinique MQ 14.6 -61.08333|' +
  'America/Matamoros MX 25.83333 -97.5 Coahuila, Nuevo Leon, Tamaulipas (US border)|' +
  'America/Mazatlan MX 23.21666 -106.41666 Baja California Sur, Nayarit (most areas), Sinaloa|-America/Mendoza|' +
  'America/Menominee US 45.10777 -87.61416 Central - MI (Wisconsin border)|' +
  'America/Merida MX 20.96666 -89.61666 Campeche, Yucatan|' +
  'America/Metlakatla US 55.12694 -131.57638 Alaska - Annette Island|' +
  'America/Mexico_City MX 19.39999 -99.15 Central Mexico|America/Miquelon PM 47.05 -56.33333|' +
  'America/Moncton CA 46.1 -64.78333 Atlantic - New Brunswick|' +
  'America/Monterrey MX 25.66666 -100.31666 Durango; Coahuila, Nuevo Leon, Tamaulipas (most areas)|' +
  'America/Montevideo UY -34.90916 -56.2125|-America/Montreal|America/Montserrat MS 16.71666 -62.21666|' +
  'America/Nassau BS 25.08333 -77.34999|America/New_York US 40.71416 -74.00638 Eastern (most areas)|' +
  '-America/Nipigon|America/Nome US 64.50111 -165.40638 Alaska (west)|' +
  'America/Noronha BR -3.85 -32.41666 Atlantic islands|' +
  'America/North_Dakota/Beulah US 47.26416 -101.77777 Central - ND (Mercer)|' +
  'America/North_Dakota/Center US 47.11638 -101.29916 Central - ND (Oliver)|' +
  'America/North_Dakota/New_Salem US 46.845 -101.41083 Central - ND (Morton rural)|' +
  'America/Nuuk GL 64.18333 -51.73333 most of Greenland|' +
  'America/Ojinaga MX 29.56666 -104.41666 Chihuahua (US border - east)|America/Panama PA 8.96666 -79.53333|' +
  '-America/Pangnirtung|America/Paramaribo SR 5.83333 -55.16666|' +
  'America/Phoenix US 33.44833 -112.07333 MST - AZ (except Navajo)|' +
  'America/Port-au-Prince HT 18.53333 -72.33333|America/Port_of_Spain TT 10.65 -61.51666|-America/Porto_Acre|' +
  'America/Porto_Velho BR -8.76666 -63.9 Rondonia|America/Puerto_Rico PR 18.46833 -66.10611|' +
  'America/Punta_Arenas CL -53.15 -70.91666 Magallanes Region|-America/Rainy_River|' +
  'America/Rankin_Inlet CA 62.81666 -92.08305 Central - NU (central)|America/Recife BR -8.05 -34.9 Pernambuco|' +
  'America/Regina CA 50.4 -104.65 CST - SK (most areas)|' +
  'America/Resolute CA 74.69555 -94.82916 Central - NU (Resolute)|America/Rio_Branco BR -9.96666 -67.8 Acre|' +
  '-America/Rosario|-America/Santa_Isabel|America/Santarem BR -2.43333 -54.86666 Para (west)|' +
  'America/Santiago CL -33.45 -70.66666 most of Chile|America/Santo_Domingo DO 18.46666 -69.9|' +
  'America/Sao_Paulo BR -23.53333 -46.61666 Brazil (southeast: GO, DF, MG, ES, RJ, SP, PR, SC, RS)|' +
  'America/Scoresbysund GL 70.48333 -21.96666 Scoresbysund/Ittoqqortoormiit|-America/Shiprock|' +
  'America/Sitka US 57.17638 -135.30194 Alaska - Sitka area|America/St_Barthelemy BL 17.88333 -62.85|' +
  'America/St_Johns CA 47.56666 -52.71666 Newfoundland, Labrador (SE)|America/St_Kitts KN 17.3 -62.71666|' +
  'America/St_Lucia LC 14.01666 -61|America/St_Thomas VI 18.35 -64.93333|America/St_Vincent VC 13.15 -61.23333|' +
  'America/Swift_Current CA 50.28333 -107.83333 CST - SK (midwest)|America/Tegucigalpa HN 14.1 -87.21666|' +
  'America/Thule GL 76.56666 -68.78333 Thule/Pituffik|-America/Thunder_Bay|' +
  'America/Tijuana MX 32.53333 -117.01666 Baja California|' +
  'America/Toronto CA 43.65 -79.38333 Eastern - ON & QC (most areas)|America/Tortola VG 18.45 -64.61666|' +
  'America/Vancouver CA 49.26666 -123.11666 Pacific - BC (most areas)|-America/Virgin|' +
  'America/Whitehorse CA 60.71666 -135.05 MST - Yukon (east)|' +
  'America/Winnipeg CA 49.88333 -97.15 Central - ON (west), Manitoba|' +
  'America/Yakutat US 59.54694 -139.72722 Alaska - Yakutat|-America/Yellowknife|' +
  'Antarctica/Casey AQ -66.28333 110.51666 Casey|Antarctica/Davis AQ -68.58333 77.96666 Davis|' +
  'Antarctica/DumontDUrville AQ -66.66666 140.01666 Dumont-d\'Urville|' +
  'Antarctica/Macquarie AU -54.5 158.94999 Macquarie Island|Antarctica/Mawson AQ -67.59999 62.88333 Mawson|' +
  'Antarctica/McMurdo AQ -77.83333 166.6 New Zealand time - McMurdo, South Pole|' +
  'Antarctica/Palmer AQ -64.8 -64.09999 Palmer|Antarctica/Rothera AQ -67.56666 -68.13333 Rothera|' +
  '-Antarctica/South_Pole|Antarctica/Syowa AQ -69.00611 39.59 Syowa|' +
  'Antarctica/Troll AQ -72.01138 2.53499 Troll|Antarctica/Vostok AQ -78.4 106.9 Vostok|' +
  'Arctic/Longyearbyen SJ 78 16|Asia/Aden YE 12.75 45.2|Asia/Almaty KZ 43.25 76.95 most of Kazakhstan|' +
  'Asia/Amman JO 31.95 35.93333|Asia/Anadyr RU 64.75 177.48333 MSK+09 - Bering Sea|' +
  'Asia/Aqtau KZ 44.51666 50.26666 Mangghystau/Mankistau|Asia/Aqtobe KZ 50.28333 57.16666 Aqtobe/Aktobe|' +
  'Asia/Ashgabat TM 37.95 58.38333|-Asia/Ashkhabad|Asia/Atyrau KZ 47.11666 51.93333 Atyrau/Atirau/Gur\'yev|' +
  'Asia/Baghdad IQ 33.35 44.41666|Asia/Bahrain BH 26.38333 50.58333|Asia/Baku AZ 40.38333 49.85|' +
  'Asia/Bangkok TH 13.75 100.51666|Asia/Barnaul RU 53.36666 83.75 MSK+04 - Altai|Asia/Beirut LB 33.88333 35.5|' +
  'Asia/Bishkek KG 42.9 74.59999|Asia/Brunei BN 4.93333 114.91666|-Asia/Calcutta|' +
  'Asia/Chita RU 52.05 113.46666 MSK+06 - Zabaykalsky|-Asia/Choibalsan|-Asia/Chongqing|-Asia/Chungking|' +
  'Asia/Colombo LK 6.93333 79.84999|-Asia/Dacca|Asia/Damascus SY 33.5 36.29999|Asia/Dhaka BD 23.71666 90.41666|' +
  'Asia/Dili TL -8.55 125.58333|Asia/Dubai AE 25.3 55.3|Asia/Dushanbe TJ 38.58333 68.8|' +
  'Asia/Famagusta CY 35.11666 33.95 Northern Cyprus|Asia/Gaza PS 31.5 34.46666 Gaza Strip|-Asia/Harbin|' +
  'Asia/Hebron PS 31.53333 35.095 West Bank|Asia/Ho_Chi_Minh VN 10.75 106.66666|' +
  'Asia/Hong_Kong HK 22.28333 114.15|Asia/Hovd MN 48.01666 91.65 Bayan-Olgii, Hovd, Uvs|' +
  'Asia/Irkutsk RU 52.26666 104.33333 MSK+05 - Irkutsk, Buryatia|-Asia/Istanbul|' +
  'Asia/Jakarta ID -6.16666 106.8 Java, Sumatra|' +
  'Asia/Jayapura ID -2.53333 140.69999 New Guinea (West Papua / Irian Jaya), Malukus/Moluccas|' +
  'Asia/Jerusalem IL 31.78055 35.22388|Asia/Kabul AF 34.51666 69.2|' +
  'Asia/Kamchatka RU 53.01666 158.65 MSK+09 - Kamchatka|Asia/Karachi PK 24.86666 67.05|-Asia/Kashgar|' +
  'Asia/Kathmandu NP 27.71666 85.31666|-Asia/Katmandu|' +
  'Asia/Khandyga RU 62.65638 135.55388 MSK+06 - Tomponsky, Ust-Maysky|Asia/Kolkata IN 22.53333 88.36666|' +
  'Asia/Krasnoyarsk RU 56.01666 92.83333 MSK+04 - Krasnoyarsk area|' +
  'Asia/Kuala_Lumpur MY 3.16666 101.7 Malaysia (peninsula)|Asia/Kuching MY 1.55 110.33333 Sabah, Sarawak|' +
  'Asia/Kuwait KW 29.33333 47.98333|-Asia/Macao|Asia/Macau MO 22.19722 113.54166|' +
  'Asia/Magadan RU 59.56666 150.8 MSK+08 - Magadan|' +
  'Asia/Makassar ID -5.11666 119.4 Borneo (east, south), Sulawesi/Celebes, Bali, Nusa Tengarra, Timor (west)|' +
  'Asia/Manila PH 14.58666 120.96777|Asia/Muscat OM 23.6 58.58333|' +
  'Asia/Nicosia CY 35.16666 33.36666 most of Cyprus|Asia/Novokuznetsk RU 53.75 87.11666 MSK+04 - Kemerovo|' +
  'Asia/Novosibirsk RU 55.03333 82.91666 MSK+04 - Novosibirsk|Asia/Omsk RU 55 73.4 MSK+03 - Omsk|' +
  'Asia/Oral KZ 51.21666 51.35 West Kazakhstan|Asia/Phnom_Penh KH 11.55 104.91666|' +
  'Asia/Pontianak ID -0.03333 109.33333 Borneo (west, central)|Asia/Pyongyang KP 39.01666 125.75|' +
  'Asia/Qatar QA 25.28333 51.53333|Asia/Qostanay KZ 53.2 63.61666 Qostanay/Kostanay/Kustanay|' +
  'Asia/Qyzylorda KZ 44.8 65.46666 Qyzylorda/Kyzylorda/Kzyl-Orda|-Asia/Rangoon|' +
  'Asia/Riyadh SA 24.63333 46.71666|-Asia/Saigon|Asia/Sakhalin RU 46.96666 142.69999 MSK+08 - Sakhalin Island|' +
  'Asia/Samarkand UZ 39.66666 66.8 Uzbekistan (west)|Asia/Seoul KR 37.54999 126.96666|' +
  'Asia/Shanghai CN 31.23333 121.46666 Beijing Time|Asia/Singapore SG 1.28333 103.85|' +
  'Asia/Srednekolymsk RU 67.46666 153.71666 MSK+08 - Sakha (E), N Kuril Is|Asia/Taipei TW 25.05 121.5|' +
  'Asia/Tashkent UZ 41.33333 69.3 Uzbekistan (east)|Asia/Tbilisi GE 41.71666 44.81666|' +
  'Asia/Tehran IR 35.66666 51.43333|-Asia/Tel_Aviv|-Asia/Thimbu|Asia/Thimphu BT 27.46666 89.65|' +
  'Asia/Tokyo JP 35.65444 139.74472|Asia/Tomsk RU 56.5 84.96666 MSK+04 - Tomsk|-Asia/Ujung_Pandang|' +
  'Asia/Ulaanbaatar MN 47.91666 106.88333 most of Mongolia|-Asia/Ulan_Bator|' +
  'Asia/Urumqi CN 43.8 87.58333 Xinjiang Time|Asia/Ust-Nera RU 64.56027 143.22666 MSK+07 - Oymyakonsky|' +
  'Asia/Vientiane LA 17.96666 102.6|Asia/Vladivostok RU 43.16666 131.93333 MSK+07 - Amur River|' +
  'Asia/Yakutsk RU 62 129.66666 MSK+06 - Lena River|Asia/Yangon MM 16.78333 96.16666|' +
  'Asia/Yekaterinburg RU 56.85 60.6 MSK+02 - Urals|Asia/Yerevan AM 40.18333 44.5|' +
  'Atlantic/Azores PT 37.73333 -25.66666 Azores|Atlantic/Bermuda BM 32.28333 -64.76666|' +
  'Atlantic/Canary ES 28.1 -15.4 Canary Islands|Atlantic/Cape_Verde CV 14.91666 -23.51666|-Atlantic/Faeroe|' +
  'Atlantic/Faroe FO 62.01666 -6.76666|-Atlantic/Jan_Mayen|' +
  'Atlantic/Madeira PT 32.63333 -16.89999 Madeira Islands|Atlantic/Reykjavik IS 64.15 -21.85|' +
  'Atlantic/South_Georgia GS -54.26666 -36.53333|Atlantic/St_Helena SH -15.91666 -5.7|' +
  'Atlantic/Stanley FK -51.7 -57.85|-Australia/ACT|Australia/Adelaide AU -34.91666 138.58333 South Australia|' +
  'Australia/Brisbane AU -27.46666 153.03333 Queensland (most areas)|' +
  'Australia/Broken_Hill AU -31.95 141.44999 New South Wales (Yancowinna)|-Australia/Canberra|' +
  '-Australia/Currie|Australia/Darwin AU -12.46666 130.83333 Northern Territory|' +
  'Australia/Eucla AU -31.71666 128.86666 Western Australia (Eucla)|' +
  'Australia/Hobart AU -42.88333 147.31666 Tasmania|-Australia/LHI|' +
  'Australia/Lindeman AU -20.26666 149 Queensland (Whitsunday Islands)|' +
  'Australia/Lord_Howe AU -31.55 159.08333 Lord Howe Island|' +
  'Australia/Melbourne AU -37.81666 144.96666 Victoria|-Australia/North|-Australia/NSW|' +
  'Australia/Perth AU -31.95 115.85 Western Australia (most areas)|-Australia/Queensland|-Australia/South|' +
  'Australia/Sydney AU -33.86666 151.21666 New South Wales (most areas)|-Australia/Tasmania|' +
  '-Australia/Victoria|-Australia/West|-Australia/Yancowinna|-Brazil/Acre|-Brazil/DeNoronha|-Brazil/East|' +
  '-Brazil/West|-Canada/Atlantic|-Canada/Central|-Canada/Eastern|-Canada/Mountain|-Canada/Newfoundland|' +
  '-Canada/Pacific|-Canada/Saskatchewan|-Canada/Yukon|-CET|-Chile/Continental|-Chile/EasterIsland|-CST6CDT|' +
  '-Cuba|-EET|-Egypt|-Eire|-EST|-EST5EDT|-Etc/GMT|-Etc/GMT+0|-Etc/GMT+1|-Etc/GMT+10|-Etc/GMT+11|-Etc/GMT+12|' +
  '-Etc/GMT+2|-Etc/GMT+3|-Etc/GMT+4|-Etc/GMT+5|-Etc/GMT+6|-Etc/GMT+7|-Etc/GMT+8|-Etc/GMT+9|-Etc/GMT-0|' +
  '-Etc/GMT-1|-Etc/GMT-10|-Etc/GMT-11|-Etc/GMT-12|-Etc/GMT-13|-Etc/GMT-14|-Etc/GMT-2|-Etc/GMT-3|-Etc/GMT-4|' +
  '-Etc/GMT-5|-Etc/GMT-6|-Etc/GMT-7|-Etc/GMT-8|-Etc/GMT-9|-Etc/GMT0|-Etc/Greenwich|-Etc/UCT|-Etc/Universal|' +
  '-Etc/UTC|-Etc/Zulu|Europe/Amsterdam NL 52.36666 4.9|Europe/Andorra AD 42.5 1.51666|' +
  'Europe/Astrakhan RU 46.35 48.05 MSK+01 - Astrakhan|Europe/Athens GR 37.96666 23.71666|-Europe/Belfast|' +
  'Europe/Belgrade RS 44.83333 20.5|Europe/Berlin DE 52.5 13.36666 most of Germany|' +
  'Europe/Bratislava SK 48.15 17.11666|Europe/Brussels BE 50.83333 4.33333|Europe/Bucharest RO 44.43333 26.1|' +
  'Europe/Budapest HU 47.5 19.08333|Europe/Busingen DE 47.7 8.68333 Busingen|Europe/Chisinau MD 47 28.83333|' +
  'Europe/Copenhagen DK 55.66666 12.58333|Europe/Dublin IE 53.33333 -6.25|Europe/Gibraltar GI 36.13333 -5.35|' +
  'Europe/Guernsey GG 49.45472 -2.53611|Europe/Helsinki FI 60.16666 24.96666|' +
  'Europe/Isle_of_Man IM 54.15 -4.46666|Europe/Istanbul TR 41.01666 28.96666|' +
  'Europe/Jersey JE 49.18361 -2.10666|Europe/Kaliningrad RU 54.71666 20.5 MSK-01 - Kaliningrad|-Europe/Kiev|' +
  'Europe/Kirov RU 58.6 49.65 MSK+00 - Kirov|Europe/Kyiv UA 50.43333 30.51666 most of Ukraine|' +
  'Europe/Lisbon PT 38.71666 -9.13333 Portugal (mainland)|Europe/Ljubljana SI 46.05 14.51666|' +
  'Europe/London GB 51.50833 -0.12527|Europe/Luxembourg LU 49.6 6.15|' +
  'Europe/Madrid ES 40.4 -3.68333 Spain (mainland)|Europe/Malta MT 35.9 14.51666|' +
  'Europe/Mariehamn AX 60.1 19.95|Europe/Minsk BY 53.9 27.56666|Europe/Monaco MC 43.7 7.38333|' +
  'Europe/Moscow RU 55.75583 37.61777 MSK+00 - Moscow area|-Europe/Nicosia|Europe/Oslo NO 59.91666 10.75|' +
  'Europe/Paris FR 48.86666 2.33333|Europe/Podgorica ME 42.43333 19.26666|Europe/Prague CZ 50.08333 14.43333|' +
  'Europe/Riga LV 56.95 24.1|Europe/Rome IT 41.9 12.48333|' +
  'Europe/Samara RU 53.2 50.15 MSK+01 - Samara, Udmurtia|Europe/San_Marino SM 43.91666 12.46666|' +
  'Europe/Sarajevo BA 43.86666 18.41666|Europe/Saratov RU 51.56666 46.03333 MSK+01 - Saratov|' +
  'Europe/Simferopol UA 44.95 34.1 Crimea|Europe/Skopje MK 41.98333 21.43333|Europe/Sofia BG 42.68333 23.31666|' +
  'Europe/Stockholm SE 59.33333 18.05|Europe/Tallinn EE 59.41666 24.75|Europe/Tirane AL 41.33333 19.83333|' +
  '-Europe/Tiraspol|Europe/Ulyanovsk RU 54.33333 48.4 MSK+01 - Ulyanovsk|-Europe/Uzhgorod|' +
  'Europe/Vaduz LI 47.15 9.51666|Europe/Vatican VA 41.90222 12.45305|Europe/Vienna AT 48.21666 16.33333|' +
  'Europe/Vilnius LT 54.68333 25.31666|Europe/Volgograd RU 48.73333 44.41666 MSK+00 - Volgograd|' +
  'Europe/Warsaw PL 52.25 21|Europe/Zagreb HR 45.8 15.96666|-Europe/Zaporozhye|' +
  'Europe/Zurich CH 47.38333 8.53333|-Factory|-GB|-GB-Eire|-GMT|-GMT+0|-GMT-0|-GMT0|-Greenwich|-Hongkong|-HST|' +
  '-Iceland|Indian/Antananarivo MG -18.91666 47.51666|Indian/Chagos IO -7.33333 72.41666|' +
  'Indian/Christmas CX -10.41666 105.71666|Indian/Cocos CC -12.16666 96.91666|' +
  'Indian/Comoro KM -11.68333 43.26666|Indian/Kerguelen TF -49.35277 70.2175|Indian/Mahe SC -4.66666 55.46666|' +
  'Indian/Maldives MV 4.16666 73.5|Indian/Mauritius MU -20.16666 57.5|Indian/Mayotte YT -12.78333 45.23333|' +
  'Indian/Reunion RE -20.86666 55.46666|-Iran|-Israel|-Jamaica|-Japan|-Kwajalein|-Libya|-localtime|-MET|' +
  '-Mexico/BajaNorte|-Mexico/BajaSur|-Mexico/General|-MST|-MST7MDT|-Navajo|-NZ|-NZ-CHAT|' +
  'Pacific/Apia WS -13.83333 -171.73333|Pacific/Auckland NZ -36.86666 174.76666 most of New Zealand|' +
  'Pacific/Bougainville PG -6.21666 155.56666 Bougainville|Pacific/Chatham NZ -43.95 -176.55 Chatham Islands|' +
  'Pacific/Chuuk FM 7.41666 151.78333 Chuuk/Truk, Yap|Pacific/Easter CL -27.15 -109.43333 Easter Island|' +
  'Pacific/Efate VU -17.66666 168.41666|-Pacific/Enderbury|Pacific/Fakaofo TK -9.36666 -171.23333|' +
  'Pacific/Fiji FJ -18.13333 178.41666|Pacific/Funafuti TV -8.51666 179.21666|' +
  'Pacific/Galapagos EC -0.9 -89.6 Galapagos Islands|Pacific/Gambier PF -23.13333 -134.94999 Gambier Islands|' +
  'Pacific/Guadalcanal SB -9.53333 160.19999|Pacific/Guam GU 13.46666 144.75|' +
  'Pacific/Honolulu US 21.30694 -157.85833 Hawaii|-Pacific/Johnston|' +
  'Pacific/Kanton KI -2.78333 -171.71666 Phoenix Islands|Pacific/Kiritimati KI 1.86666 -157.33333 Line Islands|' +
  'Pacific/Kosrae FM 5.31666 162.98333 Kosrae|Pacific/Kwajalein MH 9.08333 167.33333 Kwajalein|' +
  'Pacific/Majuro MH 7.15 171.2 most of Marshall Islands|Pacific/Marquesas PF -9 -139.5 Marquesas Islands|' +
  'Pacific/Midway UM 28.21666 -177.36666 Midway Islands|Pacific/Nauru NR -0.51666 166.91666|' +
  'Pacific/Niue NU -19.01666 -169.91666|Pacific/Norfolk NF -29.05 167.96666|' +
  'Pacific/Noumea NC -22.26666 166.44999|Pacific/Pago_Pago AS -14.26666 -170.7|' +
  'Pacific/Palau PW 7.33333 134.48333|Pacific/Pitcairn PN -25.06666 -130.08333|' +
  'Pacific/Pohnpei FM 6.96666 158.21666 Pohnpei/Ponape|-Pacific/Ponape|' +
  'Pacific/Port_Moresby PG -9.5 147.16666 most of Papua New Guinea|Pacific/Rarotonga CK -21.23333 -159.76666|' +
  'Pacific/Saipan MP 15.2 145.75|-Pacific/Samoa|Pacific/Tahiti PF -17.53333 -149.56666 Society Islands|' +
  'Pacific/Tarawa KI 1.41666 173 Gilbert Islands|Pacific/Tongatapu TO -21.13333 -175.2|-Pacific/Truk|' +
  'Pacific/Wake UM 19.28333 166.61666 Wake Island|Pacific/Wallis WF -13.3 -176.16666|-Pacific/Yap|-Poland|' +
  '-Portugal|-PRC|-PST8PDT|-ROC|-ROK|-Singapore|-Turkey|-UCT|-Universal|-US/Alaska|-US/Aleutian|-US/Arizona|' +
  '-US/Central|-US/East-Indiana|-US/Eastern|-US/Hawaii|-US/Indiana-Starke|-US/Michigan|-US/Mountain|' +
  '-US/Pacific|-US/Samoa|UTC|-W-SU|-WET|-Zulu';

/** Abbreviation, then offsets (`+`: summer time) with the places in ZONES of those that have it, in base 36. */
export const ABBREVIATIONS: string =
  'acdt +37800:9o,9q,9t,a0,a4,a9|acst 34200:9o,9q,9t,a0,a4,a9|addt +-7200:3a,50|' +
  'adt +-10800:3h,26,29,38,3a,4b,4k,50,5w,9c,ae|aedt +39600:9z,6a,9n,9p,9r,9s,9v,9x,a1,a3,a5,a6,a7|' +
  'aest 36000:9z,6a,9n,9p,9r,9s,9v,9w,9x,9y,a1,a3,a5,a6,a7|ahdt +-32400:1j|ahst -36000:1j,1i,23|' +
  'akdt +-28800:1j,3x,4h,4s,5n,65|akst -32400:1j,3x,4h,4s,5n,65|amt -13840:21 1172:bv 5692:by|' +
  'apt +-10800:3h,29,38,4k,50,57,ae +-32400:1j|' +
  'ast -14400:1k,1l,20,26,29,2u,30,38,3a,3b,3c,3d,3h,41,46,4a,4b,4j,4k,4o,50,54,57,5j,5o,5q,5r,5s,5t,5w,60,62,9c,ae -36000:1j|' +
  'awdt +32400:a2,a8|awst 28800:a2,a8|awt +-10800:3h,29,38,4k,50,57,ae +-32400:1j|' +
  'bdst +7200:cm,bz,ca,cb,cd,cf,do|bdt +-36000:1i,23,4s|' +
  'bmt -14309:26 6264:db -17776:2b 10656:6t 24124:6w,8c,95 25632:7m 6264:c4,c7|' +
  'bst +3600:cm 3600:cm +-12756:42 -39600:1i,23,4s 3600:bz,cb,cd,cf,do +3600:bz,c9,ca,cb,cd,cf,do|' +
  'cast 34200:9o +10800:q,s|cat 7200:s,a,c,n,o,q,t,z,10,12,1h|cddt +-14400:5a,5d|' +
  'cdt +-18000:2l +32400:8o +-14400:3i +-18000:22,25,28,2e,2g,2m,2o,2q,33,36,3e,3k,3l,3m,3n,3o,3p,3q,3r,3s,3u,3y,3z,40,45,48,4c,4f,4g,4i,4l,4u,4v,4w,4y,50,59,5a,5d,5v,64,af,ej +32400:74,75,7f,81,82,8r,fz,g1|' +
  'cemt +10800:c1|' +
  'cest +7200:c1 +10800:cg +7200:3,f,1f,1g,6j,9h,bv,bw,by,c0,c2,c3,c5,c6,c7,c8,ca,cg,ch,ck,cl,cn,co,cp,cr,cs,cv,cw,cx,cy,cz,d0,d2,d3,d5,d6,d7,d8,d9,da,db,dd,de,df,dg,dh,dj,dk,dl,dm|' +
  'cet 3600:c1 7200:cg 3600:3,f,1f,1g,6j,9h,bv,bw,by,c0,c2,c3,c5,c6,c7,c8,ca,cg,ch,ck,cl,cn,co,cp,cr,cs,cv,cw,cx,cy,cz,d0,d2,d3,d5,d6,d7,d8,d9,da,db,dd,de,df,dg,dh,dj,dk,dl,dm|' +
  'cmt -15408:1n,1o,1p,1q,1r,1s,1t,1u,1v,1w,1x,1y,1z,2d,2i,2p,3w,4e,5f -16060:2h -16356:42 -19176:2k,4z 6900:c7,db|' +
  'cpt +-18000:2l,22,2o,36,3k,3l,3m,3n,3o,3p,3q,3r,3s,3y,3z,40,45,4f,59,64,af|' +
  'cst -21600:2l -18000:3i -21600:22,25,28,2e,2g,2m,2o,2q,2z,33,36,3e,3j,3k,3l,3m,3n,3o,3p,3q,3r,3s,3u,3y,3z,40,45,48,4c,4d,4f,4g,4i,4l,4u,4v,4w,4y,50,59,5a,5c,5d,5u,5v,5x,64,af,ak,ei,ej 28800:74,75,7f,81,82,8o,8r,fz,g1|' +
  'cwt +-18000:2l,22,2o,36,3k,3l,3m,3n,3o,3p,3q,3r,3s,3y,3z,40,45,4f,4i,59,64,af,ej|chst 36000:f3,fo|' +
  'dmt -1521:c9|eat 10800:2,s,4,5,i,j,q,r,15,17,dy,e2,e7|eddt +-10800:3u|' +
  'edt +-14400:4q,2g,2z,36,3b,3k,3m,3n,3o,3p,3q,3r,3s,3u,3v,3y,3z,45,4n,4p,4r,50,53,5j,5x,5z,ag|' +
  'eest +10800:cc,d,6m,6y,78,7d,7e,7g,7l,87,by,c4,c7,ce,cg,ch,cq,cr,ct,cu,cz,d5,d7,d9,db,dd,dh,dj,dl|' +
  'eet 7200:cc,d,1f,6m,6y,78,7d,7e,7g,7l,87,by,c4,c7,ce,cg,ch,cq,cr,ct,cu,cz,d5,d7,d9,db,dd,dh,dj,dl|' +
  'emt -26248:ao,eu|ept +-14400:4q,2z,3u,4n,4r,5x,5z,ag|' +
  'est -18000:4q,22,2e,2g,2k,2l,2o,2z,36,3b,3k,3l,3m,3n,3o,3p,3q,3r,3s,3u,3v,3y,3z,40,45,48,4f,4g,4k,4n,4p,4r,4z,50,53,5a,5d,5j,5x,5z,ag|' +
  'ewt +-14400:4q,2z,3u,4n,4r,5x,5z,ag|ffmt -14660:4b|fmt -4056:9i|gdt +39600:f3,fo|' +
  'gmt 0:0,1,6,8,9,g,h,m,x,16,1a,1b,1d,1e,2v,9j,9l,aw,bq,bz,c9,ca,cb,cd,cf,cm,do +0:c2,c9,cy|gst 36000:f3,fo|' +
  'hdt +-34200:f4 +-32400:1i,23 +-34200:f5|hkst +32400:7i|hkt 28800:7i 30600:7i|' +
  'hmt -19776:3i -6872:9b 21200:77,79 5989:cc,cq|hpt +-34200:f4,f5|' +
  'hst -36000:f4 -37800:f4 -36000:1i,23,f5 -37800:f5|hwt +-34200:f4,f5|iddt +14400:7o,8v|' +
  'idt +10800:7o,7e,7g,8v|imt 25025:7k 7016:7l,ce|' +
  'ist 7200:7o 19800:71,7w +2079:c9 3600:c9 +3600:c9 7200:7e,7g,8v|jdt +36000:8y|jmt 8440:7o,8v|' +
  'jst 32400:8y,7i,85,8e,8n,8r,g1,g2|kdt +36000:8n +34200:8n,g2 +36000:g2|kmt 5736:dh -18430:3b,3v 7324:ch|' +
  'kst 30600:8n 32400:8e,8n 30600:8e,g2 32400:g2|lst +9394:cz|mddt +-18000:2e,66|mdst +16279:ct|' +
  'mdt +-21600:2y,25,2c,2e,2m,31,3j,3t,4d,4u,4v,4w,4y,52,5c,5m,5u,66,ah,ak,ei|mest +7200:eg|met 3600:eg|' +
  'mmt 9017:ct 9079:ct -13491:4m -20712:48 -2588:16 -2670:16 17640:e5 19172:76 19270:71,7w 28656:84,90 6600:cr|' +
  'mpt +-21600:2y,2c,2e,31,4u,4v,4w,5c,5m,5u,66,ah,ak|msd +14400:ct,c7,cg,ch,cr,cz,d5,d9,db,dd,dh,dl|' +
  'msk 10800:ct 14400:ct 10800:c7,cg,ch,cr,cz,d5,d9,db,dd,dh,dl 14400:d5|' +
  'mst -25200:2y,25,2c,2e,2m,2s,2x,31,34,35,3j,3t,4d,4i,4u,4v,4w,4y,52,5c,5g,5m,5u,5y,66,ah,ak,eh,ei,ej +12679:ct|' +
  'mwt +-21600:2y,2c,2e,31,4u,4v,4w,52,5c,5m,5u,66,ah,ak|nddt +-5400:5p,ai|' +
  'ndt +-9052:5p +-9000:5p,3a,ai +-9052:3a,ai|npt +-9000:5p +-36000:1i,23,4s +-9000:3a,ai|' +
  'nst -12600:5p -12652:5p +4772:bv -12600:3a,ai -12652:3a,ai -39600:1i,23,4s|' +
  'nwt +-9000:5p +-36000:1i,23,4s +-9000:3a,ai|nzdt +46800:eq,6c,6f,en|nzmt 41400:eq,6c,6f,en|' +
  'nzst 43200:eq +43200:eq +45000:eq 43200:6c,6f,en +43200:6c,6f,en +45000:6c,6f,en|pddt +-21600:3t|' +
  'pdt +-25200:44,2c,2w,2x,34,35,3x,4h,5g,5n,5y,61,63,aj,al,eh +32400:85|pkst +21600:7r|pkt 18000:7r|' +
  'plmt 25590:7h,8k|pmt -13236:51 -13252:51 13505:99 26240:8d 561:3,1g,cs,cw|ppmt -17340:53|' +
  'ppt +-25200:44,2x,34,35,3x,4h,5g,5n,5y,61,aj,eh|' +
  'pst -28800:44,25,2c,2s,2w,2x,34,35,3j,3t,3x,4d,4h,5g,5n,5y,61,63,aj,al,eh,ei 28800:85|' +
  'pwt +-25200:44,2x,34,35,3x,4h,5g,5n,5y,61,aj,eh|qmt -18840:3f|rmt 5794:cz 23087:8i,98|' +
  'sast 7200:p +10800:p 5400:p +10800:13,14,1h 5400:13,14 7200:13,14,1h|sdmt -16800:5j|sjmt -20173:2q|' +
  'smt -13884:9m -16966:58,5i,an 24925:7y,8p 8160:d5|sst -39600:fp,fc,fh|tbmt 10751:8t|tmt 12344:8u 5940:d9|' +
  'uct 0:br|utc 0:bs,bt,bu,gj,gj|wast +7200:1h,18|wat 3600:b,7,k,u,v,w,y,11,18,19,1c,1d +3600:1h|' +
  'wemt +7200:ck,co,cs,cw|west +3600:cw +7200:cn +3600:3,f,9d,9f,9g,9i,c3,ck,cn,co,cs|' +
  'wet 0:cw 3600:cn 0:3,f,9b,9d,9f,9g,9i,bw,c3,ck,cn,co,cs|wib 25200:7m,8d|wita 28800:84,8d,90|wit 32400:7n|' +
  'wmt 5040:dh,dj|yddt +-25200:2w,63,al|ydt +-28800:2w,3x,63,65,al|ypt +-28800:2w,63,65,al|' +
  'yst -32400:1j,2w,3x,4s,5n,63,65,al|ywt +-28800:2w,63,65,al|a 3600:-|b 7200:-|c 10800:-|d 14400:-|e 18000:-|' +
  'f 21600:-|g 25200:-|h 28800:-|i 32400:-|k 36000:-|l 39600:-|m 43200:-|n -3600:-|o -7200:-|p -10800:-|' +
  'q -14400:-|r -18000:-|s -21600:-|t -25200:-|u -28800:-|v -32400:-|w -36000:-|x -39600:-|y -43200:-|z 0:-';

/** Offset (`+`: summer time) and the zone that stands for it. */
export const FALLBACKS: string =
  '-39600 Pacific/Apia|-36000 Pacific/Honolulu|-32400 America/Anchorage|-28800 America/Los_Angeles|' +
  '+-28800 America/Anchorage|-25200 America/Denver|+-25200 America/Los_Angeles|-21600 America/Chicago|' +
  '+-21600 America/Denver|-18000 America/New_York|+-18000 America/Chicago|-16200 America/Caracas|' +
  '-14400 America/Halifax|+-14400 America/New_York|-10800 America/Sao_Paulo|+-10800 America/Halifax|' +
  '+-7200 America/Sao_Paulo|-3600 Atlantic/Azores|0 Europe/London|+0 Atlantic/Azores|3600 Europe/Paris|' +
  '+3600 Europe/London|7200 Europe/Helsinki|+7200 Europe/Paris|10800 Europe/Moscow|+10800 Europe/Helsinki|' +
  '14400 Asia/Dubai|+14400 Europe/Moscow|18000 Asia/Karachi|19800 Asia/Kolkata|20700 Asia/Katmandu|' +
  '+21600 Asia/Yekaterinburg|25200 Asia/Krasnoyarsk|+25200 Asia/Novosibirsk|28800 Asia/Shanghai|' +
  '+28800 Asia/Krasnoyarsk|32400 Asia/Tokyo|36000 Australia/Melbourne|+37800 Australia/Adelaide|' +
  '+39600 Australia/Melbourne|43200 Pacific/Auckland|+46800 Pacific/Auckland';
