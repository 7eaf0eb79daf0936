package io.github.mlmaven.image;

/** Which of the two images of a build is meant; each has its own registry, login and settings. */
enum Side {
    BASE("base image", "ml.image.base", "ml.image.base.insecure", ", or local, or tar://<path>"),
    TARGET("image", "ml.image", "ml.image.insecure", "");

    private final String noun;
    private final String property;
    private final String insecureProperty;
    private final String alternatives;

    Side(String noun, String property, String insecureProperty, String alternatives) {
        this.noun = noun;
        this.property = property;
        this.insecureProperty = insecureProperty;
        this.alternatives = alternatives;
    }

    String noun() {
        return noun;
    }

    /** The setting with the image's reference. */
    String property() {
        return property;
    }

    /** The setting that allows plain http and certificates that nobody vouches for. */
    String insecureProperty() {
        return insecureProperty;
    }

    /** What else than a reference is allowed, as the end of a sentence. */
    String alternatives() {
        return alternatives;
    }
}
