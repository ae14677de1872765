/**
 * What every resource of the API needs: who may come in, JSON in and out, requests that may be repeated, lists read in parts, the
 * document that describes it all. Beside the street: knows no room.
 */
@NullMarked
package org.aimass.api;

import org.jspecify.annotations.NullMarked;
