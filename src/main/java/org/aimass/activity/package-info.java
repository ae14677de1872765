/** Who did what, when, to which id: append-only, hash-chained per organization. Inserts, never updates or deletes; knows no room. */
@NullMarked
package org.aimass.activity;

import org.jspecify.annotations.NullMarked;
