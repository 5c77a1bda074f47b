package org.laurel.web.console;

/**
 * A role as its holder sees it.
 *
 * @param role the word for it
 * @param may what it does
 * @param place the organisation's name; empty for the programme
 * @param path the organisation's page; empty for the programme
 * @param since the day it was given
 * @param batches where it awards from files; empty when it awards nothing
 */
public record ShownRole(String role, String may, String place, String path, String since, String batches) {}
