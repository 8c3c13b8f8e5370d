// Generated from the documents of our clients by trusted-documents.mjs.

/** The identifiers of documents that are asked for by them. */
export const DOCUMENT_IDS = {
  WHOLE_SCREEN: 'sha256:d8055575450fa05809a842756601ac121724964b062f09d39581f010a0fe0d52',
  HISTORY_MADE_FOR_IT: 'sha256:08d3fe462a1562584d3cbff7e8e47bbd7d3e2c77300ea9d0d53d77e792c9cb62',
  RESTAURANTS_OF_LIST: 'sha256:7b72ef7fc22520fb40e7d704f4da45569cf0313620a8e897a4305f21132574cf',
  MENU_OF_SCREEN: 'sha256:385389d887e8705153083a112cf6a1c01a689f0a45922544138fe55a7b3930ff',
  STATE_OF_ORDER: 'sha256:a21b9b722f7169f80708c952fbaa7f2f8efff9686f8c31262554ec9d6bd06137',
} as const;
