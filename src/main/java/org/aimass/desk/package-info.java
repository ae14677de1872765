/**
 * Pages over many rooms: what waits for whom, what they were told, and the guide through a first audit. Keeps nothing but who has
 * put that guide away; reads every room through its {@code control}, and hears what they tell.
 */
@NullMarked
package org.aimass.desk;

import org.jspecify.annotations.NullMarked;
