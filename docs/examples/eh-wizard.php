<?php
/**
 * Plugin Name: eHerkenning wizard
 * Description: The shortcode [eh-wizard lang="nl" level="EH3" partner="…"] adds a form with which organisations apply for eHerkenning.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: EUPL-1.2
 */

defined('ABSPATH') || exit;

/*
 * Fill in your addresses, here or earlier in wp-config.php. The value of integrity is in integrity.json, next to the script.
 * Authors of pages cannot change these, so they cannot send applications elsewhere. If the script has another origin than this
 * site, the wizard runs in a frame, which ignores endpoint, offer and catalogue: the supplier sets them.
 */
defined('EH_WIZARD') || define('EH_WIZARD', [
    'script' => 'https://cdn.example/eherkenning-wizard/0.1.0/eh-wizard.js',
    'integrity' => 'sha384-…',
    'endpoint' => 'https://intake.example/applications',
    'offer' => 'https://cdn.example/offer.json',
    'catalogue' => 'https://cdn.example/catalogue.json',
]);

/* The attributes that authors may use; others are ignored. The endpoint and the mode are not among them: those are for you to set. */
const EH_WIZARD_ATTRIBUTES = [
    'lang', 'level', 'services', 'kvk-number', 'partner', 'storage', 'return-url', 'heading-level', 'instance', 'open',
];

add_shortcode('eh-wizard', function ($given) {
    // null: no ?ver= query, because the address already names the version.
    wp_enqueue_script_module('eh-wizard', EH_WIZARD['script'], [], null);

    $html = '<eh-wizard';
    foreach (['endpoint', 'offer', 'catalogue'] as $name) {
        $html .= sprintf(' %s="%s"', $name, esc_url(EH_WIZARD[$name]));
    }
    $known = shortcode_atts(array_fill_keys(EH_WIZARD_ATTRIBUTES, ''), $given, 'eh-wizard');
    foreach ($known as $name => $value) {
        if ($value !== '') {
            $html .= sprintf(' %s="%s"', $name, esc_attr($value));
        }
    }
    return $html . '></eh-wizard>';
});

/* WordPress gives the script tag this id. With integrity the browser refuses a script with other content. */
add_filter('wp_script_attributes', function ($attributes) {
    if (($attributes['id'] ?? '') === 'eh-wizard-js-module') {
        $attributes += ['integrity' => EH_WIZARD['integrity'], 'crossorigin' => 'anonymous'];
    }
    return $attributes;
});
