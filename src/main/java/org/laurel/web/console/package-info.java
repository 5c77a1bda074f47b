/** Holds the pages for people who have an account, or are about to: signing in, welcome, and their own page. */
@NullMarked
package org.laurel.web.console;

import org.jspecify.annotations.NullMarked;
