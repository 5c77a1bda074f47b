package org.laurel.web.console;

/**
 * A role as its holder sees it.
 *
 * @param role the word for it
 * @param may what it does
 * @param place the organisation's name; empty for the programme
 * @param path the organisation's page; empty for the programme
 * @param since the day it was given
 */
public record ShownRole(String role, String may, String place, String path, String since) {}
