package org.aimass.desk.entity;

/**
 * Which database it is, and how far its tables are.
 *
 * @param product such as {@code PostgreSQL 17.6}
 * @param migration the number of the last script that was applied, such as {@code 182}
 * @param about what that script was about
 */
public record DatabaseState(String product, String migration, String about) {}
