/** What a desk shows, as plain facts. */
@NullMarked
package org.aimass.desk.entity;

import org.jspecify.annotations.NullMarked;
