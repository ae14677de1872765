/** What a controller declares about processing. Never changes once kept. */
@NullMarked
package org.aimass.processing.entity;

import org.jspecify.annotations.NullMarked;
