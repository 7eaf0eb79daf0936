package io.github.mlmaven.model;

import io.github.mlmaven.text.Mutations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Changes texts in the UBJSON of a booster. */
final class HostileBooster {

    private HostileBooster() {}

    /** Where the value of a member begins. */
    static int after(byte[] booster, String member) {
        return new String(booster, StandardCharsets.ISO_8859_1).indexOf(member) + member.length();
    }

    /** A booster with a member that is another text. */
    static byte[] withText(byte[] booster, String member, String text) {
        return withText(booster, after(booster, member), text);
    }

    /** A booster with another text at a place. */
    static byte[] withText(byte[] booster, int at, String text) {
        int length = Math.toIntExact(ByteBuffer.wrap(booster).getLong(at + 2)) + 2 + Long.BYTES;
        return Mutations.spliced(booster, at, at + length, HostileJar.bytes("Si" + (char) text.length() + text));
    }
}
