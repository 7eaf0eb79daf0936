/**
 * How facts become text, the same on every machine: JSON files, hashes, names in kebab case, numbers for people.
 */
@NullMarked
package io.github.mlmaven.text;

import org.jspecify.annotations.NullMarked;
