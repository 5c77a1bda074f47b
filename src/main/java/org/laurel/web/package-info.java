/** Holds the pages for people. */
@NullMarked
package org.laurel.web;

import org.jspecify.annotations.NullMarked;
