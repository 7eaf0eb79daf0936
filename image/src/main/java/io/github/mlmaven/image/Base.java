package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import java.nio.file.Path;

/** What an image stands on, found and checked. */
interface Base {

    /** An image with nothing but the base in it. */
    JibContainerBuilder start();

    /** The base as the result file names it: with a digest where it has one. */
    String pinned();

    /** The command that starts Java in the image. */
    String java();

    /** The Java of this machine that is nearest to the image's, to try the class path with. */
    Path javaHere();
}
